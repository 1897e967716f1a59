package org.guiche.units;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.guiche.shared.RuleViolation;

/**
 * A regular expression that an administrator wrote. It runs on what strangers write, so its work is bounded: texts have a
 * longest length, and what would take too many steps counts as no match.
 */
public final class TextPattern {

    /** The longest text that is matched as a whole; of a longer line, what is searched. */
    static final int LONGEST_TEXT = 1_000;

    private static final int LONGEST_REGEX = 500;
    private static final int MOST_LINES = 2_000;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Reads it; refuses what is no regular expression, and one of more than 500 characters. */
    public static TextPattern of(String regex) {
        if (regex.isEmpty() || regex.length() > LONGEST_REGEX) {
            throw new RuleViolation("units.pattern.length", LONGEST_REGEX);
        }
        try {
            return new TextPattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new RuleViolation("units.pattern.invalid", regex);
        }
    }

    /** Whether the whole text is as the pattern says. */
    public boolean matches(String text) {
        return text.length() <= LONGEST_TEXT && bounded(text, Matcher::matches, false);
    }

    /**
     * The first place that is as the pattern says, line by line: its first group that took part, or all of it. A match never
     * goes past the end of a line.
     */
    public Optional<String> find(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_TEXT)))
                .flatMap(line -> bounded(line, TextPattern::first, Optional.<String>empty()).stream())
                .findFirst();
    }

    private <T> T bounded(String text, Function<Matcher, T> question, T otherwise) {
        try {
            return question.apply(pattern.matcher(new Steps(text)));
        } catch (OutOfSteps e) {
            return otherwise;
        }
    }

    private static Optional<String> first(Matcher match) {
        return match.find() ? Optional.of(said(match)) : Optional.empty();
    }

    private static String said(Matcher match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(group -> group != null && !group.isBlank())
                .findFirst()
                .orElseGet(match::group);
    }

    /** The expression as written. */
    public String regex() {
        return pattern.pattern();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern that && that.regex().equals(regex());
    }

    @Override
    public int hashCode() {
        return regex().hashCode();
    }

    @Override
    public String toString() {
        return regex();
    }

    /** A text that may be looked at only so often: what makes a hostile text take for ever is looking again and again. */
    private static final class Steps implements CharSequence {

        private static final int MOST = 200_000;

        private final String text;
        private int taken;

        Steps(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++taken > MOST) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class OutOfSteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        OutOfSteps() {
            super("too many steps", null, false, false);
        }
    }
}
