package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.partners.PartnerDetails;
import org.guiche.partners.PartnerText;
import org.guiche.partners.Partners;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/** The tab {@code Dados}: what is written down of a partner, of a new one too, and switching it off and on. */
@Named
@RequestScoped
public class PartnerData {

    @Inject
    PartnerPlace place;

    @Inject
    Partners partners;

    private @Nullable Map<String, String> text;
    private String reason = "";

    /** The fields by name. */
    public Map<String, String> getText() {
        var known = text;
        if (known == null) {
            known = place.isChosen() ? written(place.getPartner().text()) : new LinkedHashMap<>();
            text = known;
        }
        return known;
    }

    private static Map<String, String> written(PartnerText text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", text.name());
        fields.put("cnpj", text.cnpj() == null ? "" : text.cnpj().formatted());
        fields.put("legalName", text.legalName());
        fields.put("city", text.city());
        fields.put("contactName", text.contactName());
        fields.put(
                "contactEmail",
                text.contactEmail() == null ? "" : text.contactEmail().address());
        fields.put(
                "contactPhone",
                text.contactPhone() == null ? "" : text.contactPhone().formatted());
        return fields;
    }

    /** Saves it, unless somebody else has since the page was shown. */
    public String save() {
        var typed = getText();
        var read = PartnerText.of(new PartnerText.Typed(
                typed.get("name"),
                typed.get("cnpj"),
                typed.get("legalName"),
                typed.get("city"),
                typed.get("contactName"),
                typed.get("contactEmail"),
                typed.get("contactPhone")));
        if (!place.isChosen()) {
            return PartnerPlace.at(partners.add(read, place.me()), "contract");
        }
        var partner = place.getPartner();
        var seen = place.seen();
        partners.save(
                new PartnerDetails(
                        partner.id(), seen == null ? partner.version() : seen, partner.active(), partner.text()),
                read,
                place.me());
        return place.after("data");
    }

    /** Switches the partner off, or on again, as the page said that it was. */
    public String turn() {
        var partner = place.getPartner();
        if (!Integer.valueOf(partner.version()).equals(place.seen())) {
            throw new StaleVersion();
        }
        partners.setActive(partner.id(), !partner.active(), reason, place.me());
        return place.after("data");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
