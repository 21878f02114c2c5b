-- Findings, hover and quick fix in Neovim, without a plug-in:
--   SERVER=dist/server.js nvim --headless -u NONE -i NONE -n FILE.md -c 'luafile neovim.lua'
local code = 'opinions/pi-destruction'

local function fail(what)
  io.stdout:write('failed: ' .. what .. '\n')
  vim.cmd('cquit 1')
end
local function passed(what)
  io.stdout:write('passed: ' .. what .. '\n')
end
local function finding()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if (found.code or vim.tbl_get(found, 'user_data', 'lsp', 'code')) == code then return found end
  end
end
local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  local _, answer = next(answers or {})
  return answer and answer.result
end

vim.bo.filetype = 'markdown'
local id = vim.lsp.start_client({
  name = 'clausecheck',
  cmd = { 'node', vim.env.SERVER, '--stdio' },
  root_dir = vim.fn.getcwd(),
})
if not id then fail('the server starts') end
vim.lsp.buf_attach_client(0, id)
if not vim.wait(20000, function() return finding() ~= nil end, 20) then fail('a finding is shown') end
passed('a finding is shown')

local found = finding()
local position = { line = found.lnum, character = found.col }
local document = vim.lsp.util.make_text_document_params()
local hover = request('textDocument/hover', { textDocument = document, position = position })
if not (hover and hover.contents.value:find('key task 5', 1, true)) then fail('the hover cites the Opinions') end
passed('the hover cites the Opinions')

local actions = request('textDocument/codeAction', {
  textDocument = document,
  range = { start = position, ['end'] = position },
  context = { diagnostics = {}, only = { 'quickfix' } },
})
local fix
for _, action in ipairs(actions or {}) do
  if action.isPreferred and action.title:find('Destruction', 1, true) then fix = action end
end
if not fix then fail('a quick fix is offered') end
-- Neovim fetches the edit of the action that is chosen.
fix = fix.edit and fix or request('codeAction/resolve', fix)
if not (fix and fix.edit) then fail('the quick fix has an edit') end
vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
if not text:find('destroy', 1, true) or text:find('${', 1, true) then fail('the quick fix inserts the clause') end
passed('the quick fix inserts the clause')

if not vim.wait(20000, function() return finding() == nil end, 20) then fail('the finding is gone') end
passed('the finding is gone')

vim.lsp.stop_client(id)
vim.wait(5000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
vim.cmd('qa!')
