package org.guiche.units;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a unit's new tickets are sorted by people (S4-09, S4-10).
 *
 * @param always every new ticket waits in the entry sector, and what its answers name is only suggested (PRODUCT 2); else what they name is where it goes
 * @param words which words speak for which sector, in the order in which sectors are preferred
 * @param rounds the times of day, in the unit's zone, at which the crew is reminded of what waits too long (T7)
 * @param patience how long a ticket may wait before a round speaks of it; null where there are no rounds
 */
public record TriageRules(
        boolean always,
        List<SectorWords> words,
        List<LocalTime> rounds,
        @Nullable Target patience) {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public TriageRules {
        words = List.copyOf(words);
        rounds = List.copyOf(rounds);
    }

    /** Words that speak for a sector, by its key. */
    public record SectorWords(String sector, List<String> words) {

        public SectorWords {
            words = List.copyOf(words);
        }

        private SectorWords in(Collection<String> text) {
            return new SectorWords(
                    sector,
                    words.stream().filter(word -> text.contains(plain(word))).toList());
        }
    }

    /** Nothing is decided: answers route, nobody is reminded. */
    static TriageRules none() {
        return new TriageRules(false, List.of(), List.of(), null);
    }

    /** The sector for which most different words of that text speak, with these words; of several the one named first. */
    public Optional<SectorWords> suggest(String text) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var said = plainWords(text);
        Optional<SectorWords> best = Optional.empty();
        for (var one : words) {
            var found = one.in(said);
            if (found.words().size() > best.map(before -> before.words().size()).orElse(0)) {
                best = Optional.of(found);
            }
        }
        return best;
    }

    private static Set<String> plainWords(String text) {
        return WORD.matcher(plain(text)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Without accents and capitals, as people type in a hurry. */
    static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
