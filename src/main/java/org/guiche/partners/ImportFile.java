package org.guiche.partners;

import java.util.UUID;

/** A file that somebody sent, as it came. */
final class ImportFile {

    private final UUID id;
    private final ImportKind kind;
    private final String name;
    private final byte[] content;

    ImportFile(UUID id, ImportKind kind, String name, byte[] content) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.content = content.clone();
    }

    UUID id() {
        return id;
    }

    ImportKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }
}
