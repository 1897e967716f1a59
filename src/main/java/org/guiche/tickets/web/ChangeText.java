package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.guiche.tickets.TicketChanged;

/** Changes as the nodes write them to each other: numbers only, in pieces that fit into a notification of PostgreSQL. */
final class ChangeText {

    /** Stands for more changes than are worth telling one by one. */
    static final String EVERYTHING = "*";

    private static final int LONGEST = 7_900; // PostgreSQL takes less than 8000 bytes
    private static final Pattern CHANGE =
            Pattern.compile("(?<!\\S)(\\d{1,18}),(\\d{1,18}),(\\d{1,18}),(\\d{1,18})(?!\\S)");

    private static final Pattern ENDED = Pattern.compile("(?<!\\S)!(\\d{1,18})(?!\\S)");

    private ChangeText() {}

    /** That these people are not here any more. */
    static List<String> ended(Collection<Long> people) {
        return joined(people.stream().map(id -> "!" + id).toList());
    }

    static List<String> write(Collection<TicketChanged> changes) {
        return joined(changes.stream().map(ChangeText::write).toList());
    }

    private static List<String> joined(List<String> words) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var word : words) {
            if (text.length() + word.length() + 1 > LONGEST) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        texts.add(text.toString());
        return texts;
    }

    private static String write(TicketChanged c) {
        return c.ticketId() + "," + c.sectorId() + "," + c.groupId() + "," + c.requesterId();
    }

    /** What of the text is understood; anybody who reaches the database can write there. */
    static List<TicketChanged> read(String text) {
        return CHANGE.matcher(text)
                .results()
                .map(change -> new TicketChanged(
                        Long.parseLong(change.group(1)),
                        Long.parseLong(change.group(2)),
                        Long.parseLong(change.group(3)),
                        Long.parseLong(change.group(4))))
                .toList();
    }

    /** Of whom it says that they are not here any more. */
    static List<Long> readEnded(String text) {
        return ENDED.matcher(text)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }
}
