package org.guiche.shared.web;

import jakarta.ejb.EJBException;
import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.BusinessException;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.Texts;
import org.primefaces.csp.CspException;

/**
 * The edge where every exception of a page ends. A refusal becomes a sentence beside the field or on top of the page, with
 * what was typed kept; a fault is written into the log once, under the code that the user sees.
 */
public class PageExceptions extends ExceptionHandlerWrapper {

    private static final List<Class<? extends Exception>> WRAPPERS = List.of(
            FacesException.class,
            ELException.class,
            EJBException.class,
            ServletException.class,
            InvocationTargetException.class,
            PersistenceException.class,
            RollbackException.class);

    /** Puts the edge around Faces' own. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new PageExceptions(getWrapped().getExceptionHandler());
        }
    }

    PageExceptions(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var queued = getUnhandledExceptionQueuedEvents().iterator();
        while (queued.hasNext()) {
            var exception = queued.next().getContext().getException();
            queued.remove();
            end(FacesContext.getCurrentInstance(), cause(exception));
        }
        getWrapped().handle();
    }

    private static void end(FacesContext faces, Throwable cause) {
        if (faces.getResponseComplete()) {
            return;
        }
        if (cause instanceof ViewExpiredException || cause instanceof CspException) { // sent by no page of ours
            answer(faces, HttpServletResponse.SC_GONE);
        } else if (cause instanceof BusinessException refusal) {
            refuse(faces, refusal);
        } else if (cause instanceof OptimisticLockException) {
            refuse(faces, new StaleVersion());
        } else {
            fail(faces, cause);
        }
    }

    private static void refuse(FacesContext faces, BusinessException refusal) {
        if (canStay(faces) && says(faces, refusal)) {
            return;
        }
        faces.getExternalContext().getRequestMap().put(Refusals.REASON, Texts.get(refusal.key(), refusal.args()));
        answer(
                faces,
                refusal instanceof AccessDenied ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    /** Whether the page could say it; one that is not for this person at all refuses while it is searched for the place. */
    private static boolean says(FacesContext faces, BusinessException refusal) {
        try {
            Refusals.show(faces, refusal);
            return true;
        } catch (ELException | FacesException e) {
            if (cause(e) instanceof BusinessException) {
                return false;
            }
            throw e;
        }
    }

    private static void fail(FacesContext faces, Throwable cause) {
        var code =
                Incident.record((HttpServletRequest) faces.getExternalContext().getRequest(), cause);
        if (canStay(faces)) {
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.get("shared.unexpected", code), null));
            faces.validationFailed();
            return;
        }
        answer(faces, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** Whether the page that was there can say it: what was typed stays. */
    private static boolean canStay(FacesContext faces) {
        return faces.isPostback()
                && faces.getViewRoot() != null
                && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                && faces.getCurrentPhaseId() != PhaseId.RESTORE_VIEW;
    }

    private static void answer(FacesContext faces, int status) {
        var external = faces.getExternalContext();
        try {
            if (!external.isResponseCommitted()) {
                external.responseReset();
                var code = Incident.known((HttpServletRequest) external.getRequest());
                if (code != null) {
                    external.setResponseHeader(Incident.HEADER, code);
                }
                external.responseSendError(status, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static Throwable cause(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && !(cause instanceof OptimisticLockException) && isWrapping(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapping(Throwable thrown) {
        return !(thrown instanceof ViewExpiredException)
                && WRAPPERS.stream().anyMatch(wrapper -> wrapper.isInstance(thrown));
    }
}
