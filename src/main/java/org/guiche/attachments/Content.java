package org.guiche.attachments;

import java.io.IOException;
import java.util.Set;
import org.guiche.shared.RuleViolation;

/** Whether the bytes are what the name says. They are looked at by themselves; the name only has to agree. */
final class Content {

    /** More is kept, but no browser is asked to unfold it: four bytes each, in every viewer's memory. */
    static final long MOST_PIXELS = 100_000_000;

    private static final Set<Kind> DOCUMENTS = Set.of(Kind.DOCX, Kind.XLSX, Kind.PPTX);

    private Content() {}

    /** Refuses what begins as something else, as early as that can be told. */
    static void checkBeginning(FileName name, Beginning beginning) {
        if (!Kind.of(name.extension()).isHonest(beginning)) {
            throw refusal(name);
        }
    }

    /** The media type to keep the file as; refuses what another ending would be honest about. */
    static String typeOf(FileName name, Store.Arrived arrived) throws IOException {
        var kind = Kind.of(name.extension());
        if (!kind.isHonest(arrived.beginning()) || isPlainZip(kind, arrived)) {
            throw refusal(name);
        }
        if (!Kind.PICTURES.contains(kind)) {
            return kind.mediaType();
        }
        var pixels = Pixels.of(arrived.open(0), kind).orElseThrow(() -> refusal(name));
        return pixels > MOST_PIXELS ? Kind.UNMARKED.mediaType() : kind.mediaType();
    }

    /** Not every program writes the part that tells a document apart in the first place. */
    private static boolean isPlainZip(Kind kind, Store.Arrived arrived) throws IOException {
        return DOCUMENTS.contains(kind)
                && arrived.beginning().type().equals("application/zip")
                && !Office.isDocument(arrived);
    }

    private static RuleViolation refusal(FileName name) {
        return RuleViolation.of(SentFile.PART, "attachments.content.other", name.value(), "." + name.extension());
    }
}
