package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.AccountRequests;
import org.guiche.accounts.Applicant;

/** Backs {@code accounts/signup.xhtml}: somebody registers. It says the same whoever has an account already. */
@Named
@RequestScoped
public class SignUpPage {

    @Inject
    HttpServletRequest request;

    @EJB
    AccountRequests requests;

    private String name = "";
    private String email = "";
    private String cpf = "";
    private String phone = "";
    private boolean isAsked;

    /** Asks to be registered; refuses, beside its field, what is no name, address, CPF or phone. */
    public void ask() {
        requests.signUp(Applicant.of(name, email, cpf, phone), Caller.of(request));
        isAsked = true;
    }

    /** Whether it was asked for just now. */
    public boolean isAsked() {
        return isAsked;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCpf() {
        return cpf;
    }

    public void setCpf(String cpf) {
        this.cpf = cpf;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }
}
