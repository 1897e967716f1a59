package org.guiche.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a company is looked for by: words that its name has words beginning with, all of them, or how its CNPJ begins.
 *
 * @param condition on {@code partners_company c}
 * @param values of its places, in their order
 */
record CompanyWords(String condition, List<Object> values) {

    private static final int LONGEST_WORD = 200; // as long as a name; to_tsquery refuses endless ones

    CompanyWords {
        values = List.copyOf(values);
    }

    /** What was typed, asked at the places from that one on. */
    static CompanyWords of(String typed, int place) {
        var ways = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var starts = starts(typed);
        if (!starts.isEmpty()) {
            ways.add("c.search @@ to_tsquery('partners_names', ?" + (place + values.size()) + ")");
            values.add(starts);
        }
        var cnpj = typed.replaceAll("[.\\-/\\s]", "").toUpperCase(Locale.ROOT);
        if (cnpj.matches("(?=.*[0-9])[0-9A-Z]{2,14}")) {
            ways.add("c.cnpj like ?" + (place + values.size()));
            values.add(cnpj + "%");
        }
        return new CompanyWords(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")", values);
    }

    private static String starts(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)) + ":*")
                .collect(Collectors.joining(" & "));
    }
}
