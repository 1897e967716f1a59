package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.Grantee;
import org.guiche.partners.AskedAccess;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractState;
import org.guiche.partners.GeneralUser;
import org.guiche.partners.GeneralUsers;
import org.guiche.partners.NewGeneralUser;
import org.guiche.partners.Partners;
import org.guiche.partners.Step;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The general users of a partner: who has access, and to whom it is granted. */
@Named
@RequestScoped
public class UserPanel {

    @Inject
    PartnerPlace place;

    @Inject
    Partners partners;

    @Inject
    GeneralUsers users;

    @Inject
    AskedAccess asked;

    private @Nullable List<GeneralUser> all;
    private @Nullable List<ContractDetails> contracts;
    private @Nullable String cpf;
    private String name = "";
    private String email = "";
    private @Nullable Grantee known;

    /** A user as the table shows it. */
    public record Row(long personId, String name, String cpf, String since, boolean access, String switchLabel) {}

    private List<GeneralUser> all() {
        var read = all;
        if (read == null) {
            read = users.of(place.getId(), place.me());
            all = read;
        }
        return read;
    }

    public List<Row> getRows() {
        return all().stream()
                .map(user -> new Row(
                        user.personId(),
                        user.name(),
                        user.maskedCpf(),
                        PartnerWords.day(user.since()),
                        user.access(),
                        Texts.get("partners.user.switch", user.name())))
                .toList();
    }

    /** Takes that person's access back, or gives it again. */
    public String turn(long personId, boolean access) {
        users.setAccess(place.getId(), personId, access, place.me());
        return place.after("contract");
    }

    /** Whether somebody can be made the general user: a contract is approved, and nobody is it. */
    public boolean isOpen() {
        return entitling() != null && all().stream().noneMatch(GeneralUser::access);
    }

    /** Whether no contract entitles anybody. */
    public boolean isWithoutContract() {
        return entitling() == null;
    }

    private @Nullable ContractDetails entitling() {
        var read = contracts;
        if (read == null) {
            read = partners.contracts(place.getId(), place.me());
            contracts = read;
        }
        return read.stream()
                .filter(one ->
                        Set.of(ContractState.IN_FORCE, ContractState.FUTURE).contains(one.state()))
                .findFirst()
                .orElse(null);
    }

    /** Makes a new person the general user; who has that CPF already is shown first. */
    public @Nullable String release() {
        known = users.known(Cpf.of(getCpf()), place.me()).orElse(null);
        if (known != null && !known.staff() && known.active()) {
            throw RuleViolation.of("cpf", "partners.user.known");
        }
        return grant(false);
    }

    /** Turns whoever the page named into the general user, out of every other group; somebody else is shown first. */
    public @Nullable String transform() {
        var person = users.known(Cpf.of(getCpf()), place.me()).orElse(null);
        if (person == null || !place.parameter("known").equals(Long.toString(person.id()))) {
            known = person;
            throw RuleViolation.of("cpf", person == null ? "partners.user.unknown" : "partners.user.known");
        }
        return grant(true);
    }

    private String grant(boolean transform) {
        var contract = entitling();
        if (contract == null) {
            throw new RuleViolation("partners.user.no-contract");
        }
        var person = users.known(Cpf.of(getCpf()), place.me()).orElse(null);
        var address = person != null ? new Email(person.email()) : Email.of(email);
        users.grant(
                new Step(contract.id(), null, place.me()),
                new NewGeneralUser(Cpf.of(getCpf()), person == null ? name : person.name(), address, transform));
        return place.after("contract");
    }

    /** Whether somebody with that CPF is shown, or was when this was sent. */
    public boolean isKnown() {
        return known != null || place.parameter("known").matches("[1-9]\\d{0,17}");
    }

    /** Who is shown; 0 where nobody is. */
    public long getKnownId() {
        return known == null ? 0 : known.id();
    }

    /** {@code Davi Lacerda já usa este CPF na Casa Jatobá. …}. */
    public String getKnownWords() {
        var person = known;
        if (person == null) {
            return "";
        }
        var partner = place.getPartner().text().name();
        return person.groups().isEmpty()
                ? Texts.get("partners.user.known.nowhere", person.name(), partner)
                : Texts.get("partners.user.known.text", person.name(), String.join(", ", person.groups()), partner);
    }

    /** The CPF that was asked for with the contract, until another one is typed. */
    public String getCpf() {
        var typed = cpf;
        if (typed == null) {
            var contract = entitling();
            typed = contract == null
                    ? ""
                    : asked.of(contract.id(), place.me())
                            .map(one -> Cpf.looksLike(one.userCpf()) ? new Cpf(one.userCpf()).formatted() : "")
                            .orElse("");
            cpf = typed;
        }
        return typed;
    }

    public void setCpf(@Nullable String cpf) {
        this.cpf = cpf == null ? "" : cpf;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }
}
