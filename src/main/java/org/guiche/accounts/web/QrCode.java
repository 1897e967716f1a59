package org.guiche.accounts.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;

/**
 * A text as a picture that a telephone reads. It is drawn here: what it says reaches no other server.
 *
 * @param size of the square, with the quiet border around it
 * @param path what is dark, as SVG writes it
 */
public record QrCode(int size, String path) {

    private static final int BORDER = 4;

    static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(ascii(text), ErrorCorrectionLevel.L).getMatrix();
            return new QrCode(matrix.getWidth() + 2 * BORDER, drawn(matrix));
        } catch (WriterException e) {
            throw new IllegalStateException("an address of a person is never that long", e);
        }
    }

    private static String ascii(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }

    private static String drawn(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
