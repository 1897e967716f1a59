package org.guiche.tickets.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Words;
import org.guiche.tickets.TicketFilter;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Which tickets of a list are asked for; several values of one kind separated by commas or in several parameters. */
public class TicketFilterParams {

    @QueryParam("status")
    @Parameter(description = "Chaves de status, separadas por vírgula")
    @Nullable
    List<String> status;

    @QueryParam("category")
    @Parameter(description = "NEW, OPEN, PENDING, ON_HOLD, RESOLVED ou CLOSED, separadas por vírgula")
    @Nullable
    List<String> category;

    @QueryParam("sector")
    @Parameter(description = "A chave do setor")
    @Nullable
    String sector;

    @QueryParam("assignee")
    @Parameter(description = "me, none ou o id de quem atende")
    @Nullable
    String assignee;

    @QueryParam("requester")
    @Parameter(description = "O id de quem pediu", schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @Nullable
    String requester;

    @QueryParam("company")
    @Parameter(description = "O id da empresa", schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @Nullable
    String company;

    @QueryParam("unit")
    @Parameter(description = "A chave da unidade")
    @Nullable
    String unit;

    @QueryParam("q")
    @Parameter(description = "Palavras da conversa, ou o código")
    @Nullable
    String q;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Só o que mudou desde este instante",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String updatedSince;

    @QueryParam("sort")
    @Parameter(
            description =
                    "activity: a última atividade primeiro; created: os mais novos primeiro; queue: os que esperam há mais"
                            + " tempo primeiro",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"activity", "created", "queue"},
                            defaultValue = "activity"))
    @Nullable
    String sort;

    TicketFilter filter() {
        return new TicketFilter(
                Set.copyOf(words("status", status)),
                words("category", category).stream()
                        .map(word -> choice("category", word, StatusCategory.values()))
                        .collect(Collectors.toSet()),
                word("sector", sector),
                word("assignee", assignee),
                number("requester", requester),
                number("company", company),
                word("unit", unit),
                word("q", q),
                since(),
                sort == null || sort.isEmpty()
                        ? TicketFilter.Sort.ACTIVITY
                        : choice("sort", sort, TicketFilter.Sort.values()));
    }

    /** An empty parameter asks for nothing in particular, as forms send it. */
    private static @Nullable String word(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : Words.keepable(name, value.strip());
    }

    private static Set<String> words(String name, @Nullable List<String> values) {
        return Optional.ofNullable(values).orElse(List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> word(name, value))
                .flatMap(value -> Optional.ofNullable(value).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Long number(String name, @Nullable String value) {
        return parsed(name, value, text -> text.matches("\\d{1,18}") ? Long.valueOf(text) : null);
    }

    private @Nullable Instant since() {
        return parsed("updatedSince", updatedSince, Words::instant);
    }

    private static <T> @Nullable T parsed(String name, @Nullable String value, Function<String, @Nullable T> reading) {
        var word = word(name, value);
        if (word == null) {
            return null;
        }
        var read = reading.apply(word);
        if (read == null) {
            throw RuleViolation.of(name, "tickets.filter.invalid", word);
        }
        return read;
    }

    private static <E extends Enum<E>> E choice(String name, String word, E[] choices) {
        var wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of(name, "tickets.filter.invalid", Words.keepable(name, word)));
    }
}
