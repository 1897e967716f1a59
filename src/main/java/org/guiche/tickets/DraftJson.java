package org.guiche.tickets;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.shared.JsonMap;
import org.guiche.shared.JsonText;
import org.guiche.tickets.DraftContent.Choice;
import org.guiche.tickets.DraftContent.Contacts;
import org.guiche.tickets.DraftContent.Request;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** A draft's content as kept. */
final class DraftJson {

    private DraftJson() {}

    static String write(DraftContent content) {
        var json = JsonText.object();
        add(json, content.request());
        add(json, content.contacts());
        add(json, content.choice());
        add(
                json,
                "follows",
                content.follows() == null ? null : content.follows().digits());
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, Request request) {
        var attachments = request.attachments().stream().map(UUID::toString).toList();
        json.add("answers", JsonMap.write(request.answers()))
                .add("subjectParts", JsonMap.write(Map.copyOf(request.subjectParts())))
                .add("description", request.description())
                .add("attachments", JsonText.array(attachments));
        add(json, "unit", request.unit());
        add(json, "subject", request.subject());
        add(json, "onBehalfOf", request.onBehalfOf());
        add(json, "project", request.project());
    }

    private static void add(JsonObjectBuilder json, Contacts contacts) {
        var contact = contacts.contact();
        json.add("cc", JsonText.array(contacts.cc()));
        if (contact != null) {
            json.add("contact", contact(contact));
        }
    }

    private static void add(JsonObjectBuilder json, Choice choice) {
        add(json, "classification", choice.classification());
        add(json, "priority", choice.priority());
    }

    private static JsonObjectBuilder contact(Contact contact) {
        var json = JsonText.object().add("name", contact.name()).add("email", contact.email());
        add(json, "phone", contact.phone());
        add(json, "company", contact.company());
        return json;
    }

    private static void add(JsonObjectBuilder json, String key, @Nullable Object value) {
        if (value != null) {
            json.add(key, value.toString());
        }
    }

    static DraftContent read(String text) {
        try (var reader = JsonText.reader(text)) {
            return read(reader.readObject());
        }
    }

    private static DraftContent read(JsonObject json) {
        var priority = json.getString("priority", null);
        return new DraftContent(
                request(json),
                new Contacts(contact(json), strings(json, "cc")),
                new Choice(
                        json.getString("classification", null), priority == null ? null : Priority.valueOf(priority)),
                json.containsKey("follows") ? TicketCode.of(json.getString("follows")) : null);
    }

    private static Request request(JsonObject json) {
        var parts = new LinkedHashMap<String, String>();
        JsonMap.read(json.getJsonObject("subjectParts")).forEach((key, value) -> parts.put(key, value.toString()));
        return new Request(
                json.getString("unit", null),
                number(json, "onBehalfOf"),
                number(json, "project"),
                JsonMap.read(json.getJsonObject("answers")),
                json.getString("subject", null),
                parts,
                json.getString("description"),
                strings(json, "attachments").stream().map(UUID::fromString).toList());
    }

    private static List<String> strings(JsonObject json, String key) {
        return json.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString::getString);
    }

    private static @Nullable Long number(JsonObject json, String key) {
        return json.containsKey(key) ? Long.valueOf(json.getString(key)) : null;
    }

    private static @Nullable Contact contact(JsonObject json) {
        if (!json.containsKey("contact")) {
            return null;
        }
        var contact = json.getJsonObject("contact");
        return new Contact(
                contact.getString("name"),
                contact.getString("email"),
                contact.getString("phone", null),
                contact.getString("company", null));
    }
}
