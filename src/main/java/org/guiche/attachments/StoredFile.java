package org.guiche.attachments;

import java.util.Locale;
import java.util.UUID;

/**
 * A file as kept: the name given to it, and its bytes by their SHA-256.
 *
 * @param scan what is known of these bytes about viruses
 * @param picture what is known of them as a picture
 */
public record StoredFile(UUID id, String name, long size, String sha256, String mediaType, Scan scan, Picture picture) {

    private static final int KILO = 1024;

    /** Whether a browser may draw it as a picture. */
    public boolean isImage() {
        return Kind.picture(mediaType).isPresent();
    }

    /** Whether it is shown as a picture beside its name: what nobody may have is not shown either. */
    public boolean isPreviewed() {
        return isImage() && scan.open();
    }

    /** Whether there is a small picture to show beside its name. */
    public boolean isThumbed() {
        return picture.small() && scan.open();
    }

    /** How it is seen inside a page: {@code picture}, {@code video}; empty where it is only saved, or nobody may have it. */
    public String look() {
        return scan.open() ? Look.of(mediaType).word() : "";
    }

    /** Whether a browser may show it instead of saving it. */
    public boolean showsInline() {
        return isImage() || mediaType.equals("application/pdf");
    }

    /** {@code 412 KB}, {@code 8,4 MB}. */
    public String sizeLabel() {
        return size < KILO * KILO
                ? Math.max(1, size / KILO) + " KB"
                : String.format(Locale.forLanguageTag("pt-BR"), "%.1f MB", size / (double) (KILO * KILO));
    }

    /** {@code 412 KB · Em verificação}. */
    public String detail() {
        var words = scan.words();
        return words.isEmpty() ? sizeLabel() : sizeLabel() + " · " + words;
    }

    /**
     * Refuses where nobody may have the bytes now, whoever it is.
     *
     * @throws org.guiche.shared.Locked that says why
     */
    void checkOpen() {
        scan.check(name);
    }
}
