/* The templates of the window's classes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-resources.h"

#include "bright-window-resources.h"

void
bright_resources_ensure (void)
{
  static gboolean are_known;

  if (!are_known)
    bright_window_resources_register_resource ();
  are_known = TRUE;
}
