package org.guiche.units;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.guiche.units.TriageRules.SectorWords;

/**
 * How a unit sorts its new tickets, as JSON:
 * {@code {"always": true, "words": [{"sector": "envio", "words": ["frete", "CEP"]}], "rounds": ["09:00", "14:30"],
 * "patience": {"amount": "PT2H", "clock": "OPEN_HOURS"}}}.
 */
final class TriageJson {

    private static final int MOST_ROUNDS = 24;
    private static final int MOST_WORDS = 100;

    private TriageJson() {}

    static TriageRules read(Members json) {
        return json.object("triage", TriageJson::rules).orElseGet(TriageRules::none);
    }

    private static TriageRules rules(Members json) {
        var rules = new TriageRules(
                json.flag("always", false),
                json.each("words", TriageJson::words),
                rounds(json),
                TargetJson.read(json, "patience"));
        if (!rules.rounds().isEmpty() && rules.patience() == null) {
            throw json.refusal("patience", "units.definition.missing", "patience");
        }
        if (rules.rounds().isEmpty() && rules.patience() != null) {
            throw json.refusal("rounds", "units.definition.missing", "rounds");
        }
        return rules;
    }

    private static SectorWords words(Members json) {
        var words = json.texts("words");
        if (words.isEmpty()) {
            throw json.refusal("words", "units.definition.missing", "words");
        }
        if (words.size() > MOST_WORDS) {
            throw json.refusal("words", "units.definition.many", MOST_WORDS);
        }
        words.stream()
                .filter(word -> !TriageRules.WORD.matcher(word).matches())
                .findFirst()
                .ifPresent(word -> {
                    throw json.refusal("words", "units.definition.word", word);
                });
        return new SectorWords(json.text("sector"), words);
    }

    /** In the order of the day, each once. */
    private static List<LocalTime> rounds(Members json) {
        var rounds = new ArrayList<LocalTime>();
        for (var written : json.texts("rounds")) {
            var round = time(json, written);
            if (!rounds.isEmpty() && !round.isAfter(rounds.get(rounds.size() - 1))) {
                throw json.refusal("rounds", "units.definition.rounds", written);
            }
            rounds.add(round);
        }
        if (rounds.size() > MOST_ROUNDS) {
            throw json.refusal("rounds", "units.definition.many", MOST_ROUNDS);
        }
        return rounds;
    }

    private static LocalTime time(Members json, String written) {
        try {
            return LocalTime.parse(written);
        } catch (DateTimeParseException e) {
            throw json.refusal("rounds", "units.definition.time", written);
        }
    }
}
