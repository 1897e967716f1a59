package org.guiche.attachments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a zip is a document of Office: it then lists a part of that name. Nothing is unpacked, so nothing can unfold. */
final class Office {

    private static final String PART = "[Content_Types].xml";

    /** The list of a zip's files stands at its end; documents have some hundreds of them at most. */
    private static final int LIST = 256 * 1024;

    private Office() {}

    static boolean isDocument(Path zip) throws IOException {
        try (var file = FileChannel.open(zip, StandardOpenOption.READ)) {
            var end = ByteBuffer.allocate((int) Math.min(LIST, file.size()));
            file.position(file.size() - end.capacity());
            while (end.hasRemaining() && file.read(end) >= 0) {
                // read on
            }
            return new String(end.array(), StandardCharsets.ISO_8859_1).contains(PART);
        }
    }
}
