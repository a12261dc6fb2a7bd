package app.primaryassistant.programs.entity;

import java.util.UUID;

/** A program that an account has written for itself. */
public record OwnProgram(UUID id, Program program, boolean deleted, int version) {}
