package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TilesTest {

    private final Tiles tiles = new Tiles();

    @Test
    void theSameSeedMakesTheSameWall() {
        assertThat(tiles.draw("balcão", 9, 10, 100, "wall")).isEqualTo(new Tiles().draw("balcão", 9, 10, 100, "wall"));
    }

    @Test
    void anotherSeedMakesAnotherWall() {
        assertThat(tiles.draw("a", 4, 2, 36, null)).isNotEqualTo(tiles.draw("b", 4, 2, 36, null));
    }

    @Test
    void aWallIsAsLargeAsAsked() {
        assertThat(tiles.draw("x", 4, 2, 36, null)).contains("viewBox=\"0 0 144 72\"");
        assertThat(tiles.draw("x", null, 0, -1, null)).contains("viewBox=\"0 0 144 72\"");
    }

    @Test
    void anAiryWallLeavesOutSomeOfItsTiles() {
        var grounds =
                tiles.airy("guiche", 7, 4, 72).split("<path class=\"t-[a-z]+\" d=\"M\\d+ \\d+h72v72h-72z\"/>", -1);

        assertThat(grounds).hasSizeBetween(15, 26);
        assertThat(tiles.airy("guiche", 7, 4, 72)).isNotEqualTo(tiles.draw("guiche", 7, 4, 72, null));
    }

    @Test
    void itIsHiddenFromReadersAndColouredByClassesOnly() {
        assertThat(tiles.draw("x", 4, 2, 36, "wall"))
                .startsWith("<svg class=\"azulejo wall\" aria-hidden=\"true\"")
                .doesNotContain("style=", "fill=", "#");
    }

    @Test
    void whatIsWrittenIntoAPageCannotBreakOutOfIt() {
        assertThat(tiles.draw("\"><script>", 1, 1, 36, "\"><script>alert(1)</script>"))
                .doesNotContain("<script", "\">script")
                .contains("class=\"azulejo scriptalertscript\"");
    }

    @Test
    void aFloodOfSeedsDoesNotFillTheMemory() {
        IntStream.range(0, 2000).forEach(seed -> tiles.draw(seed, 4, 2, 36, null));
        assertThat(tiles.kept()).isLessThan(500);
    }
}
