package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guiche.partners.AskedAccess;
import org.guiche.partners.Company;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractStatus;
import org.guiche.partners.Partners;
import org.guiche.partners.Portfolio;
import org.guiche.partners.Proposal;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The tab {@code Clientes}: the portfolio, what is found to add to it, and what was asked for. */
@Named
@RequestScoped
public class ClientPanel {

    private static final int AT_ONCE = 50;

    @Inject
    PartnerPlace place;

    @Inject
    Partners partners;

    @Inject
    Portfolio portfolio;

    @Inject
    AskedAccess asked;

    private @Nullable List<Company> clients;
    private @Nullable List<Proposal> proposals;

    /** A company in a list. */
    public record Row(long id, String name, String cnpj, String question) {}

    /** A line of what was asked for. */
    public record Asked(String line, String answer, boolean found) {}

    private List<Company> clients() {
        var known = clients;
        if (known == null) {
            known = portfolio.of(place.getId(), place.me());
            clients = known;
        }
        return known;
    }

    /** Those of the page that is looked at. */
    public List<Row> getRows() {
        return clients().stream()
                .skip(getFrom())
                .limit(AT_ONCE)
                .map(ClientPanel::row)
                .toList();
    }

    /** How many there are. */
    public int getCount() {
        return clients().size();
    }

    /** Where the page begins: sent along, so that a button is about the company that stood beside it. */
    public int getFrom() {
        var said = place.parameter("from");
        return said.matches("\\d{1,6}") ? Integer.parseInt(said) : 0;
    }

    /** The page before; null on the first. */
    public @Nullable String getBefore() {
        return getFrom() == 0 ? null : page(Math.max(0, getFrom() - AT_ONCE));
    }

    /** The page after; null on the last. */
    public @Nullable String getNext() {
        return getFrom() + AT_ONCE < clients().size() ? page(getFrom() + AT_ONCE) : null;
    }

    private String page(int from) {
        return "/partners/partners?partner=" + place.getId() + "&tab=clients&from=" + from;
    }

    private static Row row(Company company) {
        var cnpj = company.cnpj();
        return new Row(
                company.id(),
                company.name(),
                cnpj == null ? "" : cnpj.formatted(),
                Texts.get("partners.clients.sure", company.name()));
    }

    public String getFind() {
        return place.parameter("find");
    }

    public List<Row> getFound() {
        return portfolio.candidates(place.getId(), getFind(), place.me()).stream()
                .map(ClientPanel::row)
                .toList();
    }

    /** That company becomes a client. */
    public String add(long company) {
        portfolio.add(place.getId(), List.of(company), place.me());
        return place.after("clients");
    }

    /** That company is none any more. */
    public String remove(long company) {
        portfolio.remove(place.getId(), company, place.me());
        return place.after("clients");
    }

    private List<Proposal> proposals() {
        var known = proposals;
        if (known == null) {
            known = partners.contracts(place.getId(), place.me()).stream()
                    .filter(one -> one.status() == ContractStatus.REQUESTED || one.status() == ContractStatus.APPROVED)
                    .map(ContractDetails::id)
                    .map(contract -> asked.of(contract, place.me()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(request -> asked.proposals(request, place.me()))
                    .orElse(List.of());
            proposals = known;
        }
        return known;
    }

    /** What was asked for, line by line; nothing where nobody asked. */
    public List<Asked> getAsked() {
        return proposals().stream().map(this::asked).toList();
    }

    private Asked asked(Proposal proposal) {
        var company = proposal.company();
        if (company == null) {
            return new Asked(proposal.line(), Texts.get("partners.clients.unknown"), false);
        }
        return isClient(company)
                ? new Asked(proposal.line(), Texts.get("partners.clients.already"), true)
                : new Asked(proposal.line(), company.name(), true);
    }

    private boolean isClient(Company company) {
        return clients().stream().anyMatch(client -> client.id() == company.id());
    }

    private List<Long> missing() {
        return proposals().stream()
                .map(Proposal::company)
                .filter(Objects::nonNull)
                .filter(company -> !isClient(company))
                .map(Company::id)
                .distinct()
                .toList();
    }

    /** How many of them are companies of ours and no clients yet. */
    public int getMissing() {
        return missing().size();
    }

    /** Adds all of these. */
    public String addAsked() {
        portfolio.add(place.getId(), missing(), place.me());
        return place.after("clients");
    }
}
