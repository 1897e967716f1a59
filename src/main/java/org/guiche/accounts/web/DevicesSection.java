package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.accounts.Devices;
import org.guiche.accounts.KnownDevice;
import org.guiche.accounts.Sessions;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs the section of <i>Minha conta</i> about where one is signed in, and which devices are known. */
@Named
@RequestScoped
public class DevicesSection {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Devices devices;

    private @Nullable List<KnownDevice> list;

    /** Ends the sessions of that one and forgets it. */
    public void end(long id) {
        devices.end(user.get(), id);
        said("accounts.device.ended");
    }

    /** The same for all but this one. */
    public void endOthers() {
        devices.endOthers(user.get().id(), Session.handle(request));
        said("accounts.devices.ended");
    }

    private void said(String key) {
        list = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(key)));
    }

    /** The person's devices, this one first. */
    public List<KnownDevice> getList() {
        if (list == null) {
            list = devices.list(user.get(), Session.handle(request));
        }
        return list;
    }

    /** Whether there are others than this one. */
    public boolean isSomewhereElse() {
        return getList().stream().anyMatch(device -> !device.isThis());
    }

    /** {@code Firefox no Windows}. */
    public String name(KnownDevice device) {
        return Sessions.words(device.browser(), device.system());
    }

    /** Its picture. */
    public String icon(KnownDevice device) {
        return switch (device.system()) {
            case "iPhone", "Android" -> "mobile";
            case "iPad" -> "tablet";
            default -> "desktop";
        };
    }

    /** {@code Rede 192.0.2.*, conhecido desde 03/03/2026, usado em 26/11/2026, 14h20}. */
    public String words(KnownDevice device) {
        return Texts.get(
                device.network().isEmpty() ? "accounts.device.used" : "accounts.device.used.network",
                Moments.day(device.firstSeen()),
                Moments.moment(device.lastSeen()),
                device.network());
    }

    /** {@code Sem código até 26/12/2026}. */
    public String excused(KnownDevice device) {
        var until = device.excusedUntil();
        return until == null ? "" : Texts.get("accounts.device.excused", Moments.day(until));
    }
}
