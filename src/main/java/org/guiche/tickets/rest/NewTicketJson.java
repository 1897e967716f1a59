package org.guiche.tickets.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Contact;
import org.guiche.tickets.OpenTicket;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.rest.TicketJson.ContactJson;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A request for help.
 *
 * @param unit the key of the business unit
 * @param subject where the unit has no pattern for it, or instead of its parts
 * @param subjectParts what {@code POST /units/{key}/form} asks for under that name
 * @param descriptionFormat text where it is not said
 * @param answers by field of the unit's form
 * @param classification its key, where the unit decides the priority by it
 * @param priority where the requester decides it
 * @param onBehalfOf the company's id; a partner user names one of the partner's clients
 * @param contact whom to talk to; what is not said is the caller's own
 * @param attachments uploads of the caller that nothing uses yet
 */
public record NewTicketJson(
        String unit,
        @Nullable String subject,
        Map<String, String> subjectParts,
        String description,
        @Nullable TextFormat descriptionFormat,
        Map<String, Object> answers,
        @Nullable String classification,
        @Nullable Priority priority,
        @Nullable Long onBehalfOf,
        @Nullable Long project,
        List<String> cc,
        @Nullable ContactJson contact,
        List<UUID> attachments) {

    OpenTicket request(Person caller) {
        return new OpenTicket(
                unit,
                subject,
                subjectParts,
                description,
                descriptionFormat == null ? TextFormat.TEXT : descriptionFormat,
                answers,
                classification,
                priority,
                onBehalfOf,
                project,
                cc,
                contact == null ? null : contact(contact, caller),
                attachments,
                Channel.API,
                null);
    }

    private static Contact contact(ContactJson given, Person caller) {
        var phone = caller.phone();
        return new Contact(
                given.name() == null ? caller.name() : given.name(),
                given.email() == null ? caller.email() : given.email(),
                given.phone() == null && phone != null ? phone.e164() : given.phone(),
                given.company());
    }
}
