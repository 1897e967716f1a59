package org.guiche.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** Complete requests to the five units of the demo, as a person would write them. */
public final class Requests {

    private Requests() {}

    public static OpenTicket loja(String subject) {
        return new OpenTicket(
                "loja",
                subject,
                Map.of(),
                "<p>O frete não soma no carrinho. Pedido 88121.</p>",
                TextFormat.HTML,
                Map.of("pedido", "88121"),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                Channel.PORTAL,
                null);
    }

    static OpenTicket agencia(Priority priority) {
        return with(
                        loja("Verba da campanha de novembro"),
                        "agencia",
                        Map.of("departamento", "financeiro", "documento", "nfe"))
                .priority(priority);
    }

    public static OpenTicket erp() {
        return with(loja("Nota 3312 rejeitada"), "erp", Map.of("plataforma", "web", "tema", "fiscal", "nota", "3312"))
                .priority(null);
    }

    static OpenTicket cx() {
        return with(loja("Pedido não chegou"), "cx", Map.of("assunto", "pedido", "pedido", "88121"))
                .priority(null);
    }

    /** Of a partner, for a client and one of its projects. */
    public static OpenTicket parceiros(long client, @Nullable Long project) {
        return new OpenTicket(
                "parceiros",
                null,
                Map.of("titulo", "Cupom não aplica no carrinho"),
                "<p>O cupom PRIMEIRA10 não aplica. Pedido 88121, REF AB-123, CEP 01310-100.</p>",
                TextFormat.HTML,
                Map.of("tipo", "erro", "produto", "ECOMMERCE", "modulo", "Marketing › Cupons"),
                "erro",
                null,
                client,
                project,
                List.of("financeiro@jatoba.example"),
                null,
                List.of(),
                Channel.PORTAL,
                null);
    }

    static OpenTicket sentAs(UUID key, OpenTicket request) {
        return new OpenTicket(
                request.unit(),
                request.subject(),
                request.subjectParts(),
                request.description(),
                request.format(),
                request.answers(),
                request.classification(),
                request.priority(),
                request.onBehalfOf(),
                request.project(),
                request.cc(),
                request.contact(),
                request.attachments(),
                request.channel(),
                key);
    }

    static OpenTicket onBehalfOf(long company, OpenTicket request) {
        return new OpenTicket(
                request.unit(),
                request.subject(),
                request.subjectParts(),
                request.description(),
                request.format(),
                request.answers(),
                request.classification(),
                request.priority(),
                company,
                request.project(),
                request.cc(),
                request.contact(),
                request.attachments(),
                request.channel(),
                request.submissionKey());
    }

    static OpenTicket talkingTo(Contact contact, OpenTicket request) {
        return new OpenTicket(
                request.unit(),
                request.subject(),
                request.subjectParts(),
                request.description(),
                request.format(),
                request.answers(),
                request.classification(),
                request.priority(),
                request.onBehalfOf(),
                request.project(),
                request.cc(),
                contact,
                request.attachments(),
                request.channel(),
                request.submissionKey());
    }

    static OpenTicket withFiles(OpenTicket request, UUID... files) {
        return new OpenTicket(
                request.unit(),
                request.subject(),
                request.subjectParts(),
                request.description(),
                request.format(),
                request.answers(),
                request.classification(),
                request.priority(),
                request.onBehalfOf(),
                request.project(),
                request.cc(),
                request.contact(),
                List.of(files),
                request.channel(),
                request.submissionKey());
    }

    static Chosen with(OpenTicket request, String unit, Map<String, Object> answers) {
        return priority -> new OpenTicket(
                unit,
                request.subject(),
                request.subjectParts(),
                request.description(),
                request.format(),
                answers,
                null,
                priority,
                null,
                null,
                request.cc(),
                null,
                List.of(),
                request.channel(),
                null);
    }

    interface Chosen {
        OpenTicket priority(@Nullable Priority priority);
    }
}
