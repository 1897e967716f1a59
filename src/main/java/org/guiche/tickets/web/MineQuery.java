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
import org.guiche.tickets.TicketOrder;
import org.guiche.tickets.TicketOrder.By;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of one's tickets. It lives in the address: a list can be kept, sent on, and gone back to.
 *
 * @param status the name that requesters see; empty for all
 * @param after where the page before ended
 */
record MineQuery(
        @Nullable Turn turn,
        String words,
        @Nullable Long client,
        String status,
        TicketOrder order,
        @Nullable String after) {

    private static final Map<String, Turn> TURNS =
            Map.of("voce", Turn.YOURS, "andamento", Turn.OURS, "resolvidos", Turn.DONE);
    private static final Map<String, By> ORDERS = Map.of(
            "atividade", By.ACTIVITY,
            "criacao", By.CREATED,
            "codigo", By.CODE,
            "assunto", By.SUBJECT,
            "status", By.STATUS,
            "prioridade", By.PRIORITY,
            "prazo", By.DUE);
    private static final TicketOrder USUAL = TicketOrder.of(By.ACTIVITY);
    private static final String TURNED = "-";
    private static final int LONGEST_WORDS = 200;

    /** Reads the address; what it does not understand does not restrict. */
    static MineQuery of(Map<String, String> address) {
        var client = requireNonNullElse(address.get("cliente"), "");
        return new MineQuery(
                TURNS.get(requireNonNullElse(address.get("situacao"), "").toLowerCase(Locale.ROOT)),
                words(address, "busca"),
                client.matches("\\d{1,18}") ? Long.valueOf(client) : null,
                words(address, "status"),
                order(requireNonNullElse(address.get("ordem"), "")),
                address.get("depois"));
    }

    private static String words(Map<String, String> address, String name) {
        var words = requireNonNullElse(address.get(name), "").strip();
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    private static TicketOrder order(String word) {
        var reversed = word.startsWith(TURNED);
        var by = ORDERS.get(reversed ? word.substring(TURNED.length()) : word);
        return by == null ? USUAL : new TicketOrder(by, reversed);
    }

    /** How an order is written in the address; empty for the usual one. */
    static String word(TicketOrder order) {
        return order.equals(USUAL) ? "" : (order.reversed() ? TURNED : "") + key(ORDERS, order.by());
    }

    private static <T> String key(Map<String, T> words, @Nullable T value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    TicketFilter filter() {
        return new TicketFilter(
                Set.of(),
                status.isEmpty() ? null : status,
                turn == null ? Set.of() : turn.categories(),
                null,
                null,
                null,
                client,
                null,
                words.isEmpty() ? null : words,
                null,
                order);
    }

    /** Another turn has other statuses. */
    MineQuery with(@Nullable Turn other) {
        return new MineQuery(other, words, client, "", order, null);
    }

    MineQuery with(TicketOrder other) {
        return new MineQuery(turn, words, client, status, other, null);
    }

    /** The same of that client; null for all. */
    MineQuery of(@Nullable Long other) {
        return new MineQuery(turn, words, other, status, order, null);
    }

    MineQuery withoutStatus() {
        return new MineQuery(turn, words, client, "", order, null);
    }

    MineQuery from(String cursor) {
        return new MineQuery(turn, words, client, status, order, cursor);
    }

    boolean isSearched() {
        return !words.isEmpty() || client != null;
    }

    /** What the form for words and client has to send along. */
    String turnName() {
        return key(TURNS, turn);
    }

    /** What stands in the address that asks for it. */
    Map<String, String> address() {
        var address = new LinkedHashMap<String, String>();
        address.put("situacao", turnName());
        address.put("busca", words);
        address.put("cliente", client == null ? "" : client.toString());
        address.put("status", status);
        address.put("ordem", word(order));
        address.put("depois", requireNonNullElse(after, ""));
        address.values().removeIf(String::isEmpty);
        return address;
    }

    /** The address that asks for it. */
    String path() {
        var query = address().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/tickets/mine" + (query.isEmpty() ? "" : "?" + query);
    }
}
