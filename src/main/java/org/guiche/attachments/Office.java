package org.guiche.attachments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether a zip is a document of Office: it then lists a part of that name. Nothing is unpacked, so nothing can unfold. */
final class Office {

    private static final String PART = "[Content_Types].xml";

    /** The list of a zip's files stands at its end; documents have some hundreds of them at most. */
    private static final int LIST = 256 * 1024;

    private Office() {}

    static boolean isDocument(Store.Arrived zip) throws IOException {
        try (var end = zip.open(Math.max(0, zip.size() - LIST))) {
            return new String(end.readNBytes(LIST), StandardCharsets.ISO_8859_1).contains(PART);
        }
    }
}
