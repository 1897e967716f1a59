package org.guiche.partners.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.guiche.partners.Company;
import org.guiche.partners.PartnerDetails;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** A partner; {@code clients} are the ids of the companies that it opens tickets for. */
public record PartnerJson(
        long id,
        String name,
        @Nullable String cnpj,
        @Nullable String legalName,
        @Nullable String city,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        boolean active,
        List<Long> clients,
        int version) {

    static PartnerJson of(PartnerDetails partner, List<Company> clients) {
        var text = partner.text();
        return new PartnerJson(
                partner.id(),
                text.name(),
                text.cnpj() == null ? null : text.cnpj().value(),
                text.legalName(),
                text.city(),
                text.contactName(),
                text.contactEmail() == null ? null : text.contactEmail().address(),
                text.contactPhone() == null ? null : text.contactPhone().e164(),
                partner.active(),
                clients.stream().map(Company::id).toList(),
                partner.version());
    }

    Response answer() {
        return Response.ok(this).header("ETag", Versions.tag(version)).build();
    }

    Response created() {
        return Response.created(URI.create("partners/" + id))
                .header("ETag", Versions.tag(version))
                .entity(this)
                .build();
    }
}
