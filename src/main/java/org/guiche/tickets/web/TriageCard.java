package org.guiche.tickets.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;

/**
 * A card of the board's first column with every word and class made up, as {@link DeskRow} is.
 *
 * @param row the ticket as a list shows it
 * @param entered since when it waits
 * @param beginning the first words of its text
 * @param sector where it seems to belong, by key; the entry sector where nothing says more
 * @param sectorName the same, as people know it
 * @param suggested whether something says so
 * @param words those that weighed; none where the answers name the sector
 */
public record TriageCard(
        DeskRow row,
        String entered,
        String beginning,
        String sector,
        String sectorName,
        boolean suggested,
        List<String> words) {

    private static final Map<Channel, String> ICONS = Map.of(
            Channel.PORTAL, "globe",
            Channel.EMAIL, "envelope",
            Channel.PHONE, "phone",
            Channel.API, "code",
            Channel.LAUNCHER, "shopping-bag");

    public TriageCard {
        words = List.copyOf(words);
    }

    /** The bare digits of its code. */
    public String digits() {
        return row.ticket().code().digits();
    }

    public String channelCss() {
        return "pi pi-" + ICONS.getOrDefault(row.ticket().channel(), "globe");
    }

    public String channel() {
        return Texts.get("tickets.desk.channel." + row.ticket().channel().name().toLowerCase(Locale.ROOT));
    }

    public String chipCss() {
        return suggested ? "ui-chip brand" : "ui-chip";
    }

    /** What the mark of the suggestion says to whoever does not see it. */
    public String why() {
        return suggested
                ? Texts.get(words.isEmpty() ? "tickets.triage.why.answers" : "tickets.triage.why.words", sectorName)
                : Texts.get("tickets.triage.why.nothing");
    }

    /** The words that weighed, or that the answers did; empty where nothing did. */
    public String weighed() {
        return !suggested ? "" : Texts.get(words.isEmpty() ? "tickets.triage.answers" : "tickets.triage.words");
    }
}
