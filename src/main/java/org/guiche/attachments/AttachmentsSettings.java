package org.guiche.attachments;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The module's settings, as {@code config/guiche.properties.example} explains them.
 *
 * @param folder of the bytes, outside of everything the server hands out by itself
 * @param bucket where the bytes are instead, if they are in no folder
 * @param unusedFiles how many uploads a person may have that nothing uses yet
 * @param unusedMegabytes how large these may be together, in units of 1,048,576 bytes
 * @param largeMegabytes how large one file may be that comes in pieces
 * @param personMegabytes how much a person may send in such files within thirty days
 * @param unitMegabytes how much is kept of such files for one unit
 */
record AttachmentsSettings(
        Path folder,
        @Nullable S3Settings bucket,
        int unusedFiles,
        int unusedMegabytes,
        int largeMegabytes,
        int personMegabytes,
        int unitMegabytes) {

    static final String STORE = "guiche.attachments.store";
    static final String UNUSED_FILES = "guiche.attachments.unused.files";
    static final String UNUSED_MEGABYTES = "guiche.attachments.unused.megabytes";

    static final String LARGE_MEGABYTES = "guiche.attachments.large.megabytes";
    static final String PERSON_MEGABYTES = "guiche.attachments.person.megabytes";
    static final String UNIT_MEGABYTES = "guiche.attachments.unit.megabytes";

    private static final String DATA = "guiche.data.dir";
    private static final int MEGABYTE = 1024 * 1024;

    static AttachmentsSettings read() {
        return of(ConfigProvider.getConfig());
    }

    static AttachmentsSettings of(Config settings) {
        var data = settings.getOptionalValue(DATA, String.class).orElse("data");
        var usual = "file:" + data + "/attachments";
        var store = settings.getOptionalValue(STORE, String.class).orElse(usual);
        return new AttachmentsSettings(
                folder(S3Settings.isMeant(store) ? usual : store),
                S3Settings.isMeant(store) ? bucket(store, settings) : null,
                number(settings, UNUSED_FILES, 500),
                number(settings, UNUSED_MEGABYTES, 2048),
                number(settings, LARGE_MEGABYTES, 2048),
                number(settings, PERSON_MEGABYTES, 20_480),
                number(settings, UNIT_MEGABYTES, 512_000));
    }

    /** Refuses what is neither a folder nor a bucket. */
    static Path folder(String store) {
        if (store.matches("(?!file:)[a-z0-9]{2,}:.*")) {
            throw new IllegalStateException(STORE + ": a folder or a bucket keeps files, not " + store);
        }
        return Path.of(store.replaceFirst("^file:", "")).toAbsolutePath().normalize();
    }

    private static S3Settings bucket(String store, Config settings) {
        return S3Settings.of(
                store,
                settings.getOptionalValue(S3Settings.KEY, String.class).orElse(null),
                settings.getOptionalValue(S3Settings.SECRET, String.class).orElse(null));
    }

    private static int number(Config settings, String name, int usual) {
        return settings.getOptionalValue(name, Integer.class).orElse(usual);
    }

    long largeBytes() {
        return (long) largeMegabytes * MEGABYTE;
    }

    long unusedBytes() {
        return (long) unusedMegabytes * MEGABYTE;
    }
}
