-- What Neovim's own client makes of the server: run by editors.test.ts with
--   nvim --headless -u NONE WORKSHEET -c "luafile neovim.lua"
-- Prints one line of JSON. The server's command is in the environment, as JSON.

local PATIENCE = 20000
local result = {}

local function finish()
  io.stdout:write(vim.fn.json_encode(result), '\n')
  vim.cmd('qall!')
end

local function main()
  local client_id = vim.lsp.start_client({
    name = 'worksheets',
    cmd = vim.fn.json_decode(vim.env.WORKSHEETS_COMMAND),
    root_dir = vim.fn.getcwd(),
    settings = { worksheets = { assistance = 'answers' } },
  })
  vim.lsp.buf_attach_client(0, client_id)
  local client = vim.lsp.get_client_by_id(client_id)

  local function findings()
    local messages = {}
    for _, found in ipairs(vim.diagnostic.get(0)) do
      table.insert(messages, { line = found.lnum, message = found.message, source = found.source })
    end
    return messages
  end
  vim.wait(PATIENCE, function() return client.initialized and #findings() > 0 end, 20)
  result.findings = findings()

  local function ask(method, line, character, more)
    local params = vim.tbl_extend('force', {
      textDocument = { uri = vim.uri_from_bufnr(0) },
      position = { line = line, character = character },
    }, more or {})
    local answers = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
    return answers[client_id].result
  end

  -- On "OSI" of the first question, and in the slot below it.
  result.hover = vim.lsp.util.convert_input_to_markdown_lines(ask('textDocument/hover', 2, 16).contents)
  local items = ask('textDocument/completion', 3, 5, { context = { triggerKind = 1 } })
  result.completion = vim.tbl_map(function(item) return item.label end, items.items or items)

  local place = { line = 2, character = 4 }
  local actions = ask('textDocument/codeAction', 2, 4, {
    range = { start = place, ['end'] = place },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, 2) },
  })
  result.actions = vim.tbl_map(function(action) return action.title end, actions)
  for _, action in ipairs(actions) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      break
    end
  end
  vim.wait(PATIENCE, function()
    for _, found in ipairs(findings()) do
      if found.line == 2 then return false end
    end
    return true
  end, 20)
  result.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  result.left = findings()
end

local fine, problem = pcall(main)
if not fine then result.problem = problem end
finish()
