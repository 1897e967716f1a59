package org.guiche.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Where the API begins. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(info = @Info(title = "Guichê", version = "1", description = "Central de chamados"))
public class ApiApplication extends Application {}
