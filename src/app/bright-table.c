/* Columns of text for a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-table.h"

#include <string.h>

#define INDENT 2
#define GAP 2

struct _BrightTable
{
  char *alignment;
  guint n_columns;
  GPtrArray *cells; /* (element-type utf8) (owned): row by row */
};

BrightTable *
bright_table_new (const char *alignment)
{
  BrightTable *self = g_new0 (BrightTable, 1);

  self->alignment = g_strdup (alignment);
  self->n_columns = (guint) strlen (alignment);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bright_table_free (BrightTable *self)
{
  g_free (self->alignment);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
bright_table_add (BrightTable *self, const char *first, ...)
{
  va_list rest;
  const char *cell = first;

  va_start (rest, first);
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_ptr_array_add (self->cells, g_strdup (cell != NULL ? cell : ""));
      if (column + 1 < self->n_columns)
        cell = va_arg (rest, const char *);
    }
  va_end (rest);
}

/* How many columns of a terminal the text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static const char *
get_cell (const BrightTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

static void
append_spaces (GString *text, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append_c (text, ' ');
}

void
bright_table_append (const BrightTable *self, GString *text)
{
  guint n_rows = self->cells->len / self->n_columns;
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns]
        = MAX (widths[i % self->n_columns], measure (g_ptr_array_index (self->cells, i)));
  for (guint row = 0; row < n_rows; row++)
    {
      append_spaces (text, INDENT);
      for (guint column = 0; column < self->n_columns; column++)
        {
          const char *cell = get_cell (self, row, column);
          guint room = widths[column] - measure (cell);
          gboolean is_number = self->alignment[column] == 'r';
          gboolean is_last = column + 1 == self->n_columns;

          if (widths[column] == 0)
            continue;
          append_spaces (text, is_number ? room : 0);
          g_string_append (text, cell);
          if (!is_last)
            append_spaces (text, (is_number ? 0 : room) + GAP);
        }
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
}
