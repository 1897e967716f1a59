package org.guiche.attachments;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture small, upright and without anything but its points: what cameras and programs write beside them is not read. Whatever the
 * picture says it is, no more than {@link #SIDE} times four points a side are in memory, and it takes no longer than it may.
 */
final class Thumbnail {

    /** Points a side, at most. */
    static final int SIDE = 256;

    /** Bytes; the file is in memory while it is read. */
    static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final int LONGEST_SIDE = 30_000; // a whole line of points is in memory
    private static final long MOST_GRADUAL = 24_000_000; // all of it is in memory, six bytes a point

    private final PictureHead head;
    private final long end;

    Thumbnail(PictureHead head, Duration patience) {
        this.head = head;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** The small picture; empty where it is broken, unknown, too large, or takes too long. */
    Optional<Thumb> of(InputStream bytes, Kind kind) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        var reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new Hurried(bytes))) {
            reader.setInput(in, true, true);
            var read = isBounded(reader) ? read(reader) : null;
            return read == null ? Optional.empty() : Optional.of(encoded(upright(shrunk(read))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // readers of broken pictures throw whatever comes to them
        } finally {
            reader.dispose();
        }
    }

    private boolean isBounded(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var points = (long) width * height;
        return width > 0
                && height > 0
                && Math.max(width, height) <= LONGEST_SIDE
                && points <= (head.gradual() ? MOST_GRADUAL : Content.MOST_PIXELS);
    }

    private @Nullable BufferedImage read(ImageReader reader) throws IOException {
        var hurry = new Hurry();
        reader.addIIOReadProgressListener(hurry);
        var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        var image = reader.read(0, how);
        return hurry.late ? null : image;
    }

    private static BufferedImage shrunk(BufferedImage image) {
        var scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        var clear = image.getColorModel().hasAlpha();
        var small = new BufferedImage(
                (int) Math.max(1, Math.round(image.getWidth() * scale)),
                (int) Math.max(1, Math.round(image.getHeight() * scale)),
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(clear ? new Color(0, true) : Color.WHITE);
        pen.clearRect(0, 0, small.getWidth(), small.getHeight());
        pen.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        pen.dispose();
        return small;
    }

    /** As it was seen by whoever held the camera: turned, or seen in a mirror, or both. */
    private BufferedImage upright(BufferedImage image) {
        if (head.orientation() == 1) {
            return image;
        }
        var w = image.getWidth();
        var h = image.getHeight();
        var turn = switch (head.orientation()) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        var lying = head.orientation() >= 5;
        var turned = new BufferedImage(lying ? h : w, lying ? w : h, image.getType());
        var pen = turned.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return turned;
    }

    private static Thumb encoded(BufferedImage image) throws IOException {
        var format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        }
        return new Thumb("image/" + format, bytes.toByteArray());
    }

    private boolean isLate() {
        return System.nanoTime() > end;
    }

    /** Bytes that stop coming when it takes too long. */
    private final class Hurried extends FilterInputStream {

        Hurried(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            check();
            return super.read(buffer, from, length);
        }

        private void check() throws IOException {
            if (isLate()) {
                throw new IOException("it takes too long");
            }
        }
    }

    /** Gives up where points keep coming out of few bytes for too long. */
    private final class Hurry implements IIOReadProgressListener {

        private boolean late;

        @Override
        public void imageProgress(ImageReader source, float done) {
            if (isLate()) {
                late = true;
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int first) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int index) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int image, int thumb) {}

        @Override
        public void thumbnailProgress(ImageReader source, float done) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
