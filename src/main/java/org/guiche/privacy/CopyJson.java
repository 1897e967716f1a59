package org.guiche.privacy;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.guiche.accounts.PersonalData;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Html;
import org.guiche.shared.JsonMap;
import org.guiche.shared.JsonText;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Words;
import org.jspecify.annotations.Nullable;

/** The copy for programs: one JSON object. */
record CopyJson(PersonalData person, List<DataRequest> requests, List<Kept> kept) implements CopyText {

    @Override
    public String head() {
        return "{\"pessoa\":" + account().build() + ",\"pedidos\":" + asked()
                + kept.stream().map(CopyJson::kept).collect(joining()) + ",\"chamados\":[";
    }

    private JsonObjectBuilder account() {
        var cpf = person.cpf();
        var phone = person.phone();
        var places = JsonText.array();
        person.places()
                .forEach(place -> places.add(JsonText.object()
                        .add("grupo", place.name())
                        .add("verTudo", place.wholeGroup())
                        .add("desde", place.from() == null ? "" : place.from().toString())
                        .add("ate", place.until() == null ? "" : place.until().toString())));
        var tokens = JsonText.array();
        person.tokens()
                .forEach(token -> tokens.add(JsonText.object()
                        .add("nome", token.name())
                        .add("desde", token.createdAt().toString())));
        return JsonText.object()
                .add("numero", person.id())
                .add("nome", person.name())
                .add("nomeSocial", person.socialName() == null ? "" : person.socialName())
                .add("email", person.email())
                .add("cpf", cpf == null ? "" : cpf.digits())
                .add("telefone", phone == null ? "" : phone.e164())
                .add("cadastro", person.since().toString())
                .add(
                        "papeis",
                        JsonText.array(person.roles().stream().map(Enum::name).toList()))
                .add("unidadesDelegadas", JsonText.array(person.units()))
                .add("grupos", places)
                .add("chavesDeApi", tokens)
                .add("aparelhosConhecidos", person.devices());
    }

    private String asked() {
        var all = JsonText.array();
        requests.forEach(one -> all.add(JsonText.object()
                .add("pedido", one.kind().name())
                .add("situacao", one.state().name())
                .add("em", one.askedAt().toString())
                .add("prazo", one.dueOn().toString())
                .add("texto", one.note())
                .add("resposta", one.reason())));
        return all.build().toString();
    }

    private static String kept(Kept kept) {
        var all = JsonText.array();
        kept.all().forEach(values -> {
            var one = JsonText.object();
            values.forEach(value -> one.add(value.key(), value.text()));
            all.add(one);
        });
        return ",\"" + kept.key() + "\":" + all.build();
    }

    @Override
    public String ticket(PublicHistory history) {
        var ticket = history.ticket();
        var messages = JsonText.array();
        var ratings = history.ratings();
        history.messages()
                .forEach(message -> messages.add(rated(message(ticket.code(), message), ratings.of(message.id()))));
        var json = JsonText.object()
                .add("codigo", ticket.code().digits())
                .add("assunto", ticket.subject())
                .add("unidade", ticket.unit().pathLabel())
                .add("situacao", ticket.status().publicName())
                .add("empresa", ticket.companyName() == null ? "" : ticket.companyName())
                .add("abertoEm", ticket.createdAt().toString())
                .add("canal", ticket.channel().name())
                .add("contato", contact(ticket))
                .add("respostas", JsonMap.write(ticket.answers()))
                .add("mensagens", messages);
        return rated(json, ratings.whole()).build().toString();
    }

    private static JsonObjectBuilder rated(JsonObjectBuilder json, @Nullable GivenRating given) {
        return given == null
                ? json
                : json.add(
                        "avaliacao",
                        JsonText.object()
                                .add("nota", given.score())
                                .add("gostou", JsonText.array(liked(given)))
                                .add("comentario", given.comment())
                                .add("em", given.at().toString()));
    }

    private static List<String> liked(GivenRating given) {
        return given.liked().stream().sorted().map(Enum::name).toList();
    }

    /** How others are reached is theirs. */
    private JsonObjectBuilder contact(TicketDetails ticket) {
        var contact = ticket.contact();
        var json = JsonText.object().add("nome", contact.name());
        return contact.email().equals(person.email())
                ? json.add("email", contact.email()).add("telefone", contact.phoneWritten())
                : json;
    }

    private static JsonObjectBuilder message(TicketCode code, MessageDetails message) {
        return JsonText.object()
                .add("em", message.at().toString())
                .add("de", message.author() == null ? "" : message.author().name())
                .add("texto", Html.plain(message.html()))
                .add(
                        "anexos",
                        JsonText.array(message.files().stream()
                                .map((StoredFile file) -> CopyWriter.path(code, file))
                                .toList()));
    }

    @Override
    public String between() {
        return ",";
    }

    @Override
    public String middle() {
        return "],\"mensagensEmOutrosChamados\":[";
    }

    @Override
    public String words(Words words) {
        return JsonText.object()
                .add("chamado", words.ticket().digits())
                .add("em", words.at().toString())
                .add("texto", words.text())
                .build()
                .toString();
    }

    @Override
    public String tail() {
        return "]}";
    }
}
