package org.guiche.attachments;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The module's settings, as {@code config/guiche.properties.example} explains them.
 *
 * @param store the folder of the bytes, outside of everything the server hands out by itself
 * @param unusedFiles how many uploads a person may have that nothing uses yet
 * @param unusedMegabytes how large these may be together, in units of 1,048,576 bytes
 */
record AttachmentsSettings(Path store, int unusedFiles, int unusedMegabytes) {

    static final String STORE = "guiche.attachments.store";
    static final String UNUSED_FILES = "guiche.attachments.unused.files";
    static final String UNUSED_MEGABYTES = "guiche.attachments.unused.megabytes";

    private static final String DATA = "guiche.data.dir";
    private static final int MEGABYTE = 1024 * 1024;

    static AttachmentsSettings read() {
        return of(ConfigProvider.getConfig());
    }

    static AttachmentsSettings of(Config settings) {
        var data = settings.getOptionalValue(DATA, String.class).orElse("data");
        var store = settings.getOptionalValue(STORE, String.class).orElse("file:" + data + "/attachments");
        if (store.matches("(?!file:)[a-z0-9]{2,}:.*")) {
            throw new IllegalStateException(STORE + ": only folders can keep files in this version, not " + store);
        }
        return new AttachmentsSettings(
                Path.of(store.replaceFirst("^file:", "")).toAbsolutePath().normalize(),
                settings.getOptionalValue(UNUSED_FILES, Integer.class).orElse(500),
                settings.getOptionalValue(UNUSED_MEGABYTES, Integer.class).orElse(2048));
    }

    long unusedBytes() {
        return (long) unusedMegabytes * MEGABYTE;
    }
}
