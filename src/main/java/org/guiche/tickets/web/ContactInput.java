package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.tickets.Contact;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of the wizard's second step. */
public final class ContactInput {

    private String name = "";
    private String email = "";
    private @Nullable String phone;
    private @Nullable String company;
    private List<String> cc = new ArrayList<>();
    private boolean forGood;
    private @Nullable Person caller;

    static ContactInput of(Contact contact, List<String> cc) {
        var input = new ContactInput();
        input.name = contact.name();
        input.email = contact.email();
        input.phone = contact.phone();
        input.company = contact.company();
        input.cc = new ArrayList<>(cc);
        return input;
    }

    /** Takes over what is known of that person. */
    void know(Person person) {
        var known = person.phone();
        name = person.name();
        email = person.email();
        phone = known == null ? null : known.formatted();
    }

    Contact contact() {
        return new Contact(name, email, phone, company);
    }

    /** Whoever called, where he or she is known. */
    public @Nullable Person getCaller() {
        return caller;
    }

    public void setCaller(@Nullable Person caller) {
        this.caller = caller;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "").strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = Objects.requireNonNullElse(email, "").strip();
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public List<String> getCc() {
        return cc;
    }

    public void setCc(@Nullable List<String> cc) {
        this.cc = Objects.requireNonNullElse(cc, new ArrayList<>());
    }

    public boolean isForGood() {
        return forGood;
    }

    public void setForGood(boolean forGood) {
        this.forGood = forGood;
    }
}
