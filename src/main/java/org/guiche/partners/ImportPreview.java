package org.guiche.partners;

import java.util.List;
import java.util.UUID;
import org.guiche.partners.ImportFate.Outcome;

/**
 * What a file would bring in, line by line; nothing of it is written.
 *
 * @param refusal why the file cannot be read at all; empty where it can
 * @param charset how its letters are written
 * @param unknown headings that say nothing to us: their columns are left out
 * @param added how many people are registered by it, each once however many lines are about them
 * @param fingerprint of all this: it is another one as soon as something else would come of the file
 */
public record ImportPreview(
        UUID id,
        ImportKind kind,
        String file,
        String refusal,
        String charset,
        char separator,
        List<String> unknown,
        List<ImportFate> fates,
        int added,
        String fingerprint) {

    public ImportPreview {
        unknown = List.copyOf(unknown);
        fates = List.copyOf(fates);
    }

    /** How many lines come out like that. */
    public long count(Outcome outcome) {
        return fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }

    /** Whether all of it can be brought in, and there is something to bring in. */
    public boolean isReady() {
        return refusal.isEmpty() && count(Outcome.REFUSED) == 0 && count(Outcome.NEW) + count(Outcome.CHANGED) > 0;
    }
}
