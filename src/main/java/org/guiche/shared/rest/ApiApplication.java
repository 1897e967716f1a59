package org.guiche.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the API begins. What it offers is described in {@code META-INF/openapi.yaml}; a test holds the two together. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
