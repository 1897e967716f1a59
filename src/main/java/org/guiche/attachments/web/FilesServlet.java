package org.guiche.attachments.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.attachments.FileResponse;
import org.guiche.shared.Gone;
import org.guiche.shared.Locked;
import org.guiche.shared.NotFound;
import org.guiche.shared.web.PublicAddress;

/** {@code GET /files/{voucher}}, on the files' own host: what the pages' host has let somebody see, for as long as that counts. */
@WebServlet("/files/*")
public class FilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int LOCKED = 423;

    @Inject
    transient FileResponse files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var voucher = String.valueOf(request.getPathInfo()).substring(1);
            files.redeem(voucher, PublicAddress.of(""), request, response);
        } catch (NotFound e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (Gone e) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } catch (Locked e) {
            response.setStatus(LOCKED);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response); // the answer knows that it has no body
    }
}
