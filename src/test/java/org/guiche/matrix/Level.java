package org.guiche.matrix;

/** What somebody may do to a ticket: each includes the ones before. */
enum Level {
    NOTHING('-'),
    READ('r'),
    FOLLOW('f'),
    SAY('s'),
    WORK('w');

    private final char letter;

    Level(char letter) {
        this.letter = letter;
    }

    static Level of(String letter) {
        for (var level : values()) {
            if (letter.equals(String.valueOf(level.letter))) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level: " + letter);
    }
}
