/* Texts of notes: comparing, merging and cutting them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brightpearl hands texts back with line ends, entities and backslashes of its
 * own; they must not look like somebody's edit.
 */
#include "bright-note-text.h"

#include <string.h>

/* An entity may have been escaped more than once, but not without end. */
#define MAXIMUM_ESCAPES 4
#define LONGEST_ENTITY 10

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' }, { "lt", '<' },   { "gt", '>' },
  { "quot", '"' }, { "apos", '\'' }, { "nbsp", ' ' },
};

/* The character of an entity such as `amp`, `#39` or `#x27`; 0 if it is none. */
static gunichar
read_entity (const char *name, gsize length)
{
  g_autofree char *text = g_strndup (name, length);
  gboolean is_hexadecimal = text[0] == '#' && (text[1] == 'x' || text[1] == 'X');
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, text) == 0)
      return entities[i].character;
  if (text[0] != '#'
      || !g_ascii_string_to_unsigned (text + (is_hexadecimal ? 2 : 1), is_hexadecimal ? 16 : 10, 1,
                                      0x10ffff, &number, NULL)
      || !g_unichar_validate ((gunichar) number))
    return 0;
  return (gunichar) number;
}

/* Appends the entity that begins at @ampersand; returns where it ends, NULL if it is none. */
static const char *
append_entity (GString *plain, const char *ampersand)
{
  const char *end = memchr (ampersand, ';', strnlen (ampersand, LONGEST_ENTITY));
  gunichar character;

  if (end == NULL)
    return NULL;
  character = read_entity (ampersand + 1, (gsize) (end - ampersand - 1));
  if (character == 0)
    return NULL;
  g_string_append_unichar (plain, character);
  return end + 1;
}

static void
remove_trailing_blanks (GString *text)
{
  while (text->len > 0 && (text->str[text->len - 1] == ' ' || text->str[text->len - 1] == '\t'))
    g_string_truncate (text, text->len - 1);
}

static void
append_line_end (GString *plain)
{
  remove_trailing_blanks (plain);
  if (plain->len > 0)
    g_string_append_c (plain, '\n');
}

char *
bright_note_tidy (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0';)
    {
      const char *end = *at == '&' ? append_entity (plain, at) : NULL;

      if (end != NULL)
        {
          at = end;
          continue;
        }
      if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
        append_line_end (plain);
      else if (*at != '\r' && !(*at == '\\' && at[1] == '\''))
        g_string_append_c (plain, *at);
      at++;
    }
  while (plain->len > 0 && g_ascii_isspace (plain->str[plain->len - 1]))
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

/* For comparing only: without any escapes at all. */
static char *
fold (const char *text)
{
  char *folded = bright_note_tidy (text);

  for (guint i = 0; i < MAXIMUM_ESCAPES; i++)
    {
      char *again = bright_note_tidy (folded);
      gboolean is_same = strcmp (again, folded) == 0;

      g_free (folded);
      folded = again;
      if (is_same)
        break;
    }
  return folded;
}

gboolean
bright_note_is_blank (const char *text)
{
  g_autofree char *tidy = bright_note_tidy (text);

  return tidy[0] == '\0';
}

char *
bright_note_digest (const char *text)
{
  g_autofree char *folded = fold (text);

  return folded[0] != '\0' ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1)
                           : g_strdup ("");
}

gboolean
bright_note_includes (const char *text, const char *part)
{
  g_autofree char *whole = fold (text);
  g_autofree char *sought = fold (part);
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (sought, "\n", -1);
  char **line = lines;

  for (char **want = wanted; *want != NULL; want++)
    {
      if (**want == '\0')
        continue;
      while (*line != NULL && strcmp (*line, *want) != 0)
        line++;
      if (*line == NULL)
        return FALSE;
      line++;
    }
  return TRUE;
}

static guint
count_common_lines (char **lines, char **others)
{
  guint count = 0;

  while (lines[count] != NULL && others[count] != NULL
         && strcmp (lines[count], others[count]) == 0)
    count++;
  return count;
}

static void
append_paragraph (GString *text, const char *heading, char **lines)
{
  g_autofree char *joined = g_strjoinv ("\n", lines);
  g_autofree char *tidy = bright_note_tidy (joined);

  if (tidy[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, heading != NULL ? "\n\n" : "\n");
  if (heading != NULL)
    g_string_append_printf (text, "%s\n", heading);
  g_string_append (text, tidy);
}

static gboolean
are_blank (char **lines)
{
  for (; *lines != NULL; lines++)
    if (**lines != '\0')
      return FALSE;
  return TRUE;
}

char *
bright_note_merge (const char *store, const char *brightpearl, const char *date)
{
  g_autofree char *one = fold (store);
  g_autofree char *other = fold (brightpearl);
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  g_autofree char *store_heading = g_strdup_printf ("[%s BigCommerce]", date);
  g_autofree char *brightpearl_heading = g_strdup_printf ("[%s Brightpearl]", date);
  guint common = count_common_lines (lines, others);
  g_autofree char **head = g_new0 (char *, common + 1);
  GString *text = g_string_new (NULL);

  if (are_blank (lines + common) || are_blank (others + common))
    {
      g_string_append (text, are_blank (lines + common) ? other : one);
      return g_string_free (text, FALSE);
    }
  memcpy (head, lines, common * sizeof *head);
  append_paragraph (text, NULL, head);
  append_paragraph (text, store_heading, lines + common);
  append_paragraph (text, brightpearl_heading, others + common);
  return g_string_free (text, FALSE);
}

char *
bright_note_cut (const char *text)
{
  const char *end = text + BRIGHT_NOTE_STORE_BYTES;

  if (strlen (text) <= BRIGHT_NOTE_STORE_BYTES)
    return g_strdup (text);
  /* Back to where a character begins. */
  while ((*end & 0xc0) == 0x80)
    end--;
  return g_strndup (text, (gsize) (end - text));
}
