package org.guiche.tickets.web;

import static java.util.Objects.requireNonNullElse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.tickets.MyTickets.Turn;
import org.guiche.tickets.TicketFilter;
import org.guiche.tickets.TicketFilter.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of one's tickets. It lives in the address: a list can be kept, sent on, and gone back to.
 *
 * @param after where the page before ended
 */
record MineQuery(
        @Nullable Turn turn,
        String words,
        @Nullable Long client,
        Sort sort,
        @Nullable String after) {

    private static final Map<String, Turn> TURNS =
            Map.of("voce", Turn.YOURS, "andamento", Turn.OURS, "resolvidos", Turn.DONE);
    private static final String CREATION = "criacao";
    private static final int LONGEST_WORDS = 200;

    /** Reads the address; what it does not understand does not restrict. */
    static MineQuery of(Map<String, String> address) {
        var client = requireNonNullElse(address.get("cliente"), "");
        var words = requireNonNullElse(address.get("busca"), "").strip();
        return new MineQuery(
                TURNS.get(requireNonNullElse(address.get("situacao"), "").toLowerCase(Locale.ROOT)),
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                client.matches("\\d{1,18}") ? Long.valueOf(client) : null,
                CREATION.equals(address.get("ordem")) ? Sort.CREATED : Sort.ACTIVITY,
                address.get("depois"));
    }

    TicketFilter filter() {
        return new TicketFilter(
                Set.of(),
                turn == null ? Set.of() : turn.categories(),
                null,
                null,
                null,
                client,
                null,
                words.isEmpty() ? null : words,
                null,
                sort);
    }

    MineQuery with(@Nullable Turn other) {
        return new MineQuery(other, words, client, sort, null);
    }

    MineQuery with(Sort other) {
        return new MineQuery(turn, words, client, other, null);
    }

    MineQuery from(String cursor) {
        return new MineQuery(turn, words, client, sort, cursor);
    }

    boolean isRestricted() {
        return !words.isEmpty() || client != null;
    }

    /** What the form for words and client has to send along. */
    @Nullable
    String turnName() {
        return TURNS.entrySet().stream()
                .filter(entry -> entry.getValue() == turn)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    String sortName() {
        return sort == Sort.CREATED ? CREATION : "";
    }

    /** The address that asks for it. */
    String path() {
        var address = new LinkedHashMap<String, @Nullable Object>();
        address.put("situacao", turnName());
        address.put("busca", words);
        address.put("cliente", client);
        address.put("ordem", sortName());
        address.put("depois", after);
        var query = address.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !"".equals(entry.getValue()))
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/tickets/mine" + (query.isEmpty() ? "" : "?" + query);
    }
}
