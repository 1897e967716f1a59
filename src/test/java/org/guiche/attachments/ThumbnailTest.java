package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.guiche.support.Samples;
import org.guiche.support.SamplesOfPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures made small, and what they say of themselves; the line they wait in is in {@link SeeingIT}. */
class ThumbnailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Red is where the photographer's left was. */
    @ParameterizedTest
    @CsvSource({
        "1, LEFT", "2, RIGHT", "3, RIGHT", "4, LEFT",
        "5, TOP", "6, TOP", "7, BOTTOM", "8, BOTTOM"
    })
    void aPictureStandsAsTheCameraWasHeld(int orientation, String red) throws IOException {
        var photo = SamplesOfPictures.photo(600, 300, orientation, 0);
        var small = SamplesOfPictures.read(
                small(photo, Kind.JPEG, PATIENCE).orElseThrow().bytes());

        var w = small.getWidth();
        var h = small.getHeight();
        assertThat(w > h).isEqualTo(orientation <= 4);
        var there = switch (red) {
            case "LEFT" -> small.getRGB(10, h / 2);
            case "RIGHT" -> small.getRGB(w - 10, h / 2);
            case "TOP" -> small.getRGB(w / 2, 10);
            default -> small.getRGB(w / 2, h - 10);
        };
        assertThat(there >> 16 & 0xff).isGreaterThan(200);
        assertThat(there & 0xff).isLessThan(60);
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws IOException {
        var large = SamplesOfPictures.bomb(4000, 4000, 3, 1);

        assertThat(small(large, Kind.PNG, Duration.ofNanos(1))).isEmpty();
        assertThat(small(large, Kind.PNG, Duration.ofMillis(30)))
                .as("in the middle")
                .isEmpty();
        assertThat(small(large, Kind.PNG, PATIENCE)).isPresent();
    }

    @Test
    void aLineLongerThanMemoryIsNotRead() throws IOException {
        assertThat(small(SamplesOfPictures.bomb(30_001, 2, 1, 1), Kind.PNG, PATIENCE))
                .isEmpty();
        assertThat(small(SamplesOfPictures.bomb(30_000, 2, 1, 1), Kind.PNG, PATIENCE))
                .isPresent();
    }

    @Test
    void whatShinesThroughStillDoes() throws IOException {
        var thumb =
                small(SamplesOfPictures.bomb(40, 40, 4, 1), Kind.PNG, PATIENCE).orElseThrow();

        assertThat(thumb.mediaType()).isEqualTo("image/png");
        assertThat(SamplesOfPictures.read(thumb.bytes()).getRGB(20, 20) >>> 24).isZero();
    }

    /** The same broken ones each time. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"JPEG", "PNG", "GIF"})
    void nothingElseComesOfBrokenPicturesThanASmallOneOrNone(Kind kind) {
        var random = new Random(11);
        var format = kind.name().toLowerCase(Locale.ROOT);
        for (var i = 0; i < 300; i++) {
            var bytes = Samples.picture(format, i);
            for (var j = 0; j < 8; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatCode(() -> {
                        small(bytes, kind, PATIENCE);
                        small(cut, kind, PATIENCE);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPlaceIsFoundWhereverPicturesHaveIt() throws IOException {
        var photo = SamplesOfPictures.photo(40, 40, 6, 1);
        assertThat(head(photo, Kind.JPEG)).isEqualTo(new PictureHead(6, true, false));
        assertThat(head(Samples.picture("jpg", 1), Kind.JPEG)).isEqualTo(new PictureHead(1, false, false));

        var png = Samples.png();
        var xmp = "\0\0\0$iTXt<x exif:GPSLatitude='23,33.1S'/>    ....".getBytes(ISO_8859_1);
        var located = Samples.joined(Arrays.copyOf(png, 33), xmp, Arrays.copyOfRange(png, 33, png.length));
        assertThat(head(located, Kind.PNG).located()).isTrue();
        assertThat(head(png, Kind.PNG).located()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4949 2a00 08000000 0100 1201 0300 01000000 08000000 00000000, 8", // least first
        "4d4d 002a 00000008 0001 0112 0003 00000001 00630000 00000000, 1", // no such way to hold it
        "4d4d 002a 7fffffff, 1", // far behind the end
        "4d4d 002a fffffff0, 1", // before the beginning
        "4d4d 002a 00000008 ffff 0112, 1", // more than there is
        "4d4d 002a 00000008 0001 8825 0004 00000001 ffffffff 00000000, 1", // a place that is nowhere
        "4d4d 002b 00000008, 1",
        "4d, 1"
    })
    void brokenTagsSayNothing(String digits, int orientation) {
        var tags = ExifTags.of(HexFormat.of().parseHex(digits.replace(" ", "")));

        assertThat(tags).isEqualTo(new ExifTags(orientation, false));
    }

    private static Optional<Thumb> small(byte[] bytes, Kind kind, Duration patience) throws IOException {
        return new Thumbnail(head(bytes, kind), patience).of(new ByteArrayInputStream(bytes), kind);
    }

    private static PictureHead head(byte[] bytes, Kind kind) throws IOException {
        return PictureHead.of(new ByteArrayInputStream(bytes), kind);
    }
}
