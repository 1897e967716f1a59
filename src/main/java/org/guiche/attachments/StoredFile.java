package org.guiche.attachments;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.guiche.shared.Gone;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A file as kept: the name given to it, and its bytes by their SHA-256.
 *
 * @param sha256 empty where its time is over: then nobody knows any more what was in it
 * @param scan what is known of these bytes about viruses
 * @param picture what is known of them as a picture
 * @param removedAt when its time was over, which leaves name and size; null while the bytes are kept
 */
public record StoredFile(
        UUID id,
        String name,
        long size,
        String sha256,
        String mediaType,
        Scan scan,
        Picture picture,
        @Nullable Instant removedAt) {

    private static final int KILO = 1024;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("America/Sao_Paulo"));

    /** Whether those who may see it may have its bytes. */
    public boolean isOpen() {
        return removedAt == null && scan.open();
    }

    /** Whether a browser may draw it as a picture. */
    public boolean isImage() {
        return Kind.picture(mediaType).isPresent();
    }

    /** Whether it is shown as a picture beside its name: what nobody may have is not shown either. */
    public boolean isPreviewed() {
        return isImage() && isOpen();
    }

    /** Whether there is a small picture to show beside its name. */
    public boolean isThumbed() {
        return picture.small() && isOpen();
    }

    /** How it is seen inside a page: {@code picture}, {@code video}; empty where it is only saved, or nobody may have it. */
    public String look() {
        return isOpen() ? Look.of(mediaType).word() : "";
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

    /** What there is to say of it: {@code Removido em 12/03/2026 pelo prazo de guarda}; empty for nothing. */
    public String words() {
        return removedAt == null ? scan.words() : Texts.get("attachments.removed", DAY.format(removedAt));
    }

    /** {@code 412 KB · Em verificação}. */
    public String detail() {
        return words().isEmpty() ? sizeLabel() : sizeLabel() + " · " + words();
    }

    /** The class of its words where nobody may have the bytes; empty where somebody may. */
    public String locked() {
        return removedAt == null ? scan.locked() : "faint";
    }

    /**
     * Refuses where nobody may have the bytes now, whoever it is.
     *
     * @throws org.guiche.shared.Locked that says why
     * @throws Gone where its time is over
     */
    void checkOpen() {
        if (removedAt != null) {
            throw new Gone("attachments.gone", name, DAY.format(removedAt));
        }
        scan.check(name);
    }
}
