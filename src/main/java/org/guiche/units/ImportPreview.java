package org.guiche.units;

import java.util.List;

/**
 * What a file would do to the configuration.
 *
 * @param revision of all units, by which it is noticed when somebody changes one before the file is brought in
 */
public record ImportPreview(long revision, List<ImportItem> items) {

    public ImportPreview {
        items = List.copyOf(items);
    }

    /** Whether all of it can be brought in. */
    public boolean isPossible() {
        return items.stream().allMatch(item -> item.refusal() == null);
    }
}
