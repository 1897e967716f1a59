package org.guiche.partners.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.FileResponse;
import org.guiche.partners.Contracts;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Locked;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.ProblemMapper;

/** {@code GET /partners/document?contract=}: the PDF of a contract, as a download, for administrators. */
@WebServlet("/partners/document")
public class ContractDocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Contracts contracts;

    @Inject
    transient FileResponse files;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var document = contracts
                    .document(id(request.getParameter("contract")), user.get())
                    .orElseThrow(() -> new NotFound("partners.contract.not-found"));
            var delivery = files.download(document.file(), request);
            response.setStatus(delivery.status());
            delivery.headers().forEach(response::setHeader);
            delivery.writeTo(response.getOutputStream());
        } catch (AccessDenied e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Locked e) {
            ProblemMapper.refused(e).write(response);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static long id(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }
}
