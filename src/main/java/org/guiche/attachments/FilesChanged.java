package org.guiche.attachments;

import java.util.Set;
import java.util.UUID;

/** These files, which something uses, look different from now on: they may be had, or may not any more, or there is a small picture. Fired in its transaction. */
public record FilesChanged(Set<UUID> files) {

    public FilesChanged {
        files = Set.copyOf(files);
    }
}
