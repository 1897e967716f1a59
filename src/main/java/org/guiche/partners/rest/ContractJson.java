package org.guiche.partners.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractDocument;
import org.guiche.partners.ContractState;
import org.guiche.partners.Signature;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** A contract; days are those of Brasília, the last one included. */
public record ContractJson(
        long id,
        long partner,
        ContractState state,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        @Nullable String reason,
        @Nullable Long renews,
        @Nullable DocumentJson document,
        int version) {

    /** Its PDF; that a signature is present does not say whose it is, nor that it holds. */
    public record DocumentJson(String name, long size, String sha256, Signature signature) {}

    static ContractJson of(ContractDetails contract, @Nullable ContractDocument document) {
        return new ContractJson(
                contract.id(),
                contract.partnerId(),
                contract.state(),
                contract.startsOn() == null ? null : contract.startsOn().toString(),
                contract.endsOn() == null ? null : contract.endsOn().toString(),
                contract.decidedAt(),
                contract.decidedBy(),
                contract.reason(),
                contract.renews(),
                document == null ? null : json(document),
                contract.version());
    }

    private static DocumentJson json(ContractDocument document) {
        var file = document.file();
        return new DocumentJson(file.name(), file.size(), file.sha256(), document.signature());
    }

    Response answer() {
        return Response.ok(this).header("ETag", Versions.tag(version)).build();
    }

    Response created() {
        return Response.created(URI.create("contracts/" + id))
                .header("ETag", Versions.tag(version))
                .entity(this)
                .build();
    }

    /** A day as {@code 2027-06-30}; refuses anything else as that field. */
    static LocalDate day(String field, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw RuleViolation.of(field, "partners.day.iso");
        }
    }
}
